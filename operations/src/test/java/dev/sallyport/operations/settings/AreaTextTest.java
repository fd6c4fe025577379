package dev.sallyport.operations.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.report.MappedArea;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AreaTextTest {
  @Test
  void anAreaHasSixtyFourBinsEachWayUnlessItSaysOtherwise() {
    assertThat(AreaText.parse("arena:-1.5,0,1.5,20"))
        .isEqualTo(new MappedArea("arena", -1.5, 0, 1.5, 20, 64, 64));
    assertThat(AreaText.parse("the pit: east:0,0,1,1:256x1"))
        .isEqualTo(new MappedArea("the pit: east", 0, 0, 1, 1, 256, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "arena",
        ":0,0,1,1",
        "arena:0,0,1",
        "arena:0,0,1,1,1",
        "arena:0,0,1,NaN",
        "arena:0,0,1,1e9",
        "arena:0,0,1,0x1",
        "arena:0,0,1,1:64",
        "arena:0,0,1,1:0x64",
        "arena:0,0,1,1:257x64",
        "arena:1,0,1,1",
        "arena:2,0,1,1"
      })
  void anythingElseIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> AreaText.parse(text));
  }
}
