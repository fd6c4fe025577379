package dev.sallyport.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectKeyTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "/a", "a//b", "a/../b", "A", "a b", "a\u0000", "a%2e", "\u00e9"})
  void noServerMakesSuchAKey(String key) {
    assertThatIllegalArgumentException().isThrownBy(() -> new ObjectKey(key));
  }

  @Test
  void keysHaveAnEnd() {
    assertThat(new ObjectKey("a".repeat(255)).value()).hasSize(255);
    assertThatIllegalArgumentException().isThrownBy(() -> new ObjectKey("a".repeat(256)));
  }
}
