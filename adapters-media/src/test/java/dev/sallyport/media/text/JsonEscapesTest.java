package dev.sallyport.media.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.sanitization.Removal;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonEscapesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      textBlock =
          """
          {"a":"x\\u0041\\/y"} ~ {"a":"xA/y"}
          {"a":"\\u0022\\u005c\\u000a\\u000D\\u0009"} ~ {"a":"\\"\\\\\\n\\r\\t"}
          {"a":"\\\\u0041\\\\\\u0041"} ~ {"a":"\\\\u0041\\\\A"}
          {"a":"\\ud83d\\ude00 \\u65e5"} ~ {"a":"\\ud83d\\ude00 日"}
          words ["\\u0041"] ~ words ["A"]
          {"a":"\\u00\\u0041\\u0041"} ~ {"a":"\\u00\\u0041A"}
          """)
  void escapesBecomeTheirPlainestForm(String text, String expected) throws IOException {
    assertThat(TextRun.text(text).text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "C:\\u0041 and \\/ in words",
        "[INFO] s/\\/x\\//y/",
        "{a} \\u0041",
        "\\",
        "{\"a\":\"\\",
        "{\"a\":\"\\u00",
        "{\"a\":\"\\u00zz\"}",
        "{\"a\":1}\n\\u0041"
      })
  void everythingElseStays(String text) throws IOException {
    assertThat(TextRun.text(text).text()).isEqualTo(text);
  }

  @Test
  void charactersThatAreTakenOutOfTextGoHereToo() throws IOException {
    TextRun run = TextRun.text("{\"a\":\"x\\u202e\\u0000\\ufeffy\"}");
    assertThat(run.text()).isEqualTo("{\"a\":\"xy\"}");
    assertThat(run.removed())
        .isEqualTo(
            Map.of(
                Removal.Kind.BIDI_CONTROL, 1L,
                Removal.Kind.CONTROL_CHARACTER, 1L,
                Removal.Kind.BYTE_ORDER_MARK, 1L));
  }

  @Test
  void jsonWithinAStringOfJsonIsLookedIntoAsWell() throws IOException {
    assertThat(TextRun.json("{\"a\":\"{\\\"m\\\":\\\"bob\\\\u0040example.com\\\"}\"}").text())
        .isEqualTo("{\"a\":\"{\\\"m\\\":\\\"[redacted:email]\\\"}\"}");
  }
}
