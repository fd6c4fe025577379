package dev.sallyport.operations.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.domain.shared.ObjectKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAssetsTest {
  @ParameterizedTest
  @CsvSource({
    "https://cdn.example.org, https://cdn.example.org/public/a-64.jpg",
    "https://cdn.example.org/, https://cdn.example.org/public/a-64.jpg",
    "http://127.0.0.1:8080/storage/assets, http://127.0.0.1:8080/storage/assets/public/a-64.jpg"
  })
  void aKeyStandsBehindTheBase(String base, String address) {
    assertThat(PublicAssets.parse(base).address(new ObjectKey("public/a-64.jpg")).toString())
        .isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cdn.example.org",
        "ftp://cdn.example.org",
        "https://ann:hunter2@cdn.example.org",
        "https://cdn.example.org?hunter2",
        "https://cdn.example.org/#hunter2",
        "https://cdn.example.org//",
        "https:///hunter2",
        "https://cdn example.org/hunter2",
        ""
      })
  void whatIsNoBaseIsRefusedUnquoted(String text) {
    assertThatThrownBy(() -> PublicAssets.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not an address such as https://cdn.example.org");
  }

  @Test
  void aBaseIsNoLongerThanAnAddressMayBe() {
    assertThatThrownBy(() -> PublicAssets.parse("https://cdn.example.org/" + "x".repeat(1024)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
