package dev.sallyport.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {
  @ParameterizedTest
  @CsvSource({
    "Image/JPG, image/jpeg",
    "text/plain; charset=utf-8, text/plain",
    "text/x-log, text/plain",
    "text/json, application/json",
    "binary/octet-stream, application/octet-stream",
    "image/png, image/png"
  })
  void aliasesHaveTheirRegisteredName(String header, String canonical) {
    assertThat(MediaType.parse(header).canonical().value()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "image", "image/", "/png", "a/b/c", "image/p ng", "im\nage/png", "*/*"})
  void anythingElseIsNoType(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> MediaType.parse(text));
  }

  @Test
  void octetStreamSaysNothing() {
    assertThat(new MediaType("binary/octet-stream").isUnspecific()).isTrue();
    assertThat(new MediaType("image/png").isUnspecific()).isFalse();
  }
}
