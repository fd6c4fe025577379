package dev.sallyport.operations.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptHeaderTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "image/png",
        "IMAGE/PNG",
        "image/*",
        "text/html, image/png;q=0.8, */*;q=0.5",
        "application/json;q=0.4,image/png;q=0.5",
        "application/json;q=0, */*",
        "image/png;level=1;q=1.000,application/json;q=0.999"
      })
  void whoPrefersPicturesGetsOne(String accept) {
    assertThat(AcceptHeader.prefersPng(accept)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "*/*",
        "application/json",
        "application/json,image/png",
        "image/png;q=0",
        "image/*, image/png;q=0",
        "image/pngx",
        "text/html",
        ",;,;q=1",
        "image/png;q=0.1, application/*;q=0.2"
      })
  void everybodyElseGetsJson(String accept) {
    assertThat(AcceptHeader.prefersPng(accept)).isFalse();
  }
}
