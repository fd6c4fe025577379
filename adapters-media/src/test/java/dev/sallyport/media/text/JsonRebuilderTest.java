package dev.sallyport.media.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.contract.sanitization.ContentRebuilderContract;
import dev.sallyport.contract.sanitization.PolicySamples;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRebuilderTest implements ContentRebuilderContract {
  @Override
  public ContentRebuilder rebuilder() {
    return new JsonRebuilder();
  }

  @Override
  public byte[] dirtySample() {
    return """
    {"user": "bob@example.com", "password": "x", "list": [1, -0.50E+3, true, null, "é\\u001b[1m"]}
    """
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public FileType type() {
    return FileType.JSON;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      textBlock =
          """
          { "a" : [ 1 , 2.50e+10 , -0 ] } ~ {"a":[1,2.50e+10,-0]}
          {"a":1,"a":2} ~ {"a":1,"a":2}
          ["\\u0041\\n\\/\\u001b[1mx\\u202e\\u0000"] ~ ["A\\n/x"]
          {"m":"from 1.2.3.4"} ~ {"m":"from [redacted:ipv4]"}
          {"bob@example.com":1} ~ {"[redacted:email]":1}
          {"apiKey":"x","db_password":["y","z"]} ~ {"apiKey":"[redacted:access-key]","db_password":["[redacted:access-key]","[redacted:access-key]"]}
          {"Cookie":"a=b","token":"x","key":"v"} ~ {"Cookie":"[redacted:cookie]","token":"[redacted:access-key]","key":"v"}
          {"password":null,"token":5,"secret":{"a":"b"}} ~ {"password":null,"token":5,"secret":{"a":"b"}}
          {"a":"\\u001b[31","b":"mx"} ~ {"a":"","b":"mx"}
          [] ~ []
          "x" ~ "x"
          """)
  void valueIsWrittenAnew(String text, String expected) throws IOException {
    assertThat(TextRun.json(text).text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      textBlock =
          """
          {"a":1} x ~ TRAILING_DATA
          {"a":1}{"a":2} ~ TRAILING_DATA
          [1]] ~ TRAILING_DATA
          {"a":1 ~ TRUNCATED
          ["abc ~ TRUNCATED
          [1, ~ TRUNCATED
          {a:1} ~ MALFORMED
          [1,] ~ MALFORMED
          ['a'] ~ MALFORMED
          [NaN] ~ MALFORMED
          [01] ~ MALFORMED
          [/* x */ 1] ~ MALFORMED
          ["\\x"] ~ MALFORMED
          ["\\ud800"] ~ MALFORMED
          ["\\udc00\\ud800"] ~ MALFORMED
          """)
  void whatIsNotOneValueIsRefused(String text, ReasonCode expected) throws IOException {
    assertThat(TextRun.json(text).reason()).isEqualTo(expected);
  }

  @Test
  void controlCharactersMustBeEscaped() throws IOException {
    assertThat(TextRun.json("[\"a\u0001\"]").reason()).isEqualTo(ReasonCode.MALFORMED);
    assertThat(TextRun.json("[1]\u0000").reason()).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void otherEncodingsAreNotGuessed() throws IOException {
    byte[] unclear = "{\"a\":1}".getBytes(StandardCharsets.UTF_16LE);
    assertThat(
            TextRun.of(rebuilder(), FileType.JSON, unclear, PolicySamples.maxJsonDepth(9)).reason())
        .isEqualTo(ReasonCode.MALFORMED);
    byte[] mixed =
        "[\"\u00c3\u00a9\u00c3\u00a9\u00c3\u00a9\u00e9\"]".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(
            TextRun.of(rebuilder(), FileType.JSON, mixed, PolicySamples.maxJsonDepth(9)).reason())
        .isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void byteOrderMarksGo() throws IOException {
    TextRun run = TextRun.json("\ufeff\ufeff[1]");
    assertThat(run.text()).isEqualTo("[1]");
    assertThat(run.removed()).isEqualTo(Map.of(Removal.Kind.BYTE_ORDER_MARK, 2L));
  }

  @Test
  void nestingStopsAtThePolicy() throws IOException {
    String five = "[".repeat(5) + "]".repeat(5);
    assertThat(TextRun.json(five, PolicySamples.maxJsonDepth(5)).text()).isEqualTo(five);
    assertThat(TextRun.json("[" + five + "]", PolicySamples.maxJsonDepth(5)).reason())
        .isEqualTo(ReasonCode.NESTING_LIMIT);
    assertThat(TextRun.json("{\"a\":".repeat(1_000_000)).reason())
        .isEqualTo(ReasonCode.NESTING_LIMIT);
  }

  @Test
  void hugeTokensAreRefused() throws IOException {
    String limit = "x".repeat(JsonRebuilder.MAX_STRING);
    assertThat(TextRun.json("[\"" + limit + "\"]").removed()).isEmpty();
    assertThat(TextRun.json("[\"" + limit + "y\"]").reason()).isEqualTo(ReasonCode.EXPANSION_LIMIT);
    assertThat(TextRun.json("[" + "1".repeat(JsonRebuilder.MAX_NUMBER + 1) + "]").reason())
        .isEqualTo(ReasonCode.EXPANSION_LIMIT);
    assertThat(TextRun.json("{\"" + "n".repeat(JsonRebuilder.MAX_NAME + 1) + "\":1}").reason())
        .isEqualTo(ReasonCode.EXPANSION_LIMIT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t"})
  void nothingAtAllIsTruncated(String text) throws IOException {
    assertThat(TextRun.json(text).reason()).isEqualTo(ReasonCode.TRUNCATED);
  }

  @Test
  void redactionCanBeSwitchedOff() throws IOException {
    String text = "{\"password\":\"a@b.co\"}";
    assertThat(TextRun.json(text, PolicySamples.withoutRedaction()).text()).isEqualTo(text);
  }

  @Test
  void moreTextThanThePolicyAllowsIsRefused() throws IOException {
    assertThat(TextRun.json("[1, 2, 3]", PolicySamples.maxTextBytes(8)).reason())
        .isEqualTo(ReasonCode.EXPANSION_LIMIT);
  }

  @Test
  void rebuildingAgainChangesNothing() throws IOException {
    for (int seed = 0; seed < 500; seed++) {
      String once = TextRun.json(value(new Random(seed), 4)).text();
      TextRun again = TextRun.json(once);
      assertThat(again.text()).as("seed %d", seed).isEqualTo(once);
      assertThat(again.removed()).as("seed %d: %s", seed, once).isEmpty();
    }
  }

  private static String value(Random random, int depth) {
    return switch (random.nextInt(depth > 0 ? 5 : 3)) {
      case 0 -> string(random);
      case 1 -> Double.toString(random.nextGaussian());
      case 2 -> random.nextBoolean() ? "true" : "null";
      case 3 -> "[" + value(random, depth - 1) + ", " + value(random, depth - 1) + "]";
      default ->
          "{"
              + string(random)
              + ":"
              + value(random, depth - 1)
              + ",\"token\":"
              + string(random)
              + "}";
    };
  }

  private static String string(Random random) {
    String text = RandomText.of(random, 1 + random.nextInt(6));
    return '"'
        + text.replace("\\", "\\\\")
            .replace("\"", "\\\"")
            .replace("\n", "\\n")
            .replace("\r", "\\r")
            .replace("\t", "\\t")
        + '"';
  }
}
