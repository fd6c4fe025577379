package dev.sallyport.media.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.sanitization.BytesContent;
import dev.sallyport.contract.sanitization.PolicySamples;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextEncodingTest {
  private static final Charset CP1252 = Charset.forName("windows-1252");

  private static TextRun run(byte[] bytes) throws IOException {
    return TextRun.text(bytes, SanitizationPolicy.defaults());
  }

  @Test
  void utf16WithAByteOrderMarkBecomesUtf8() throws IOException {
    String text = "\ufeffjosé wrote 日本 😀 to bob@example.com\r\n";
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      TextRun run = run(text.getBytes(charset));
      assertThat(run.text()).isEqualTo("josé wrote 日本 😀 to [redacted:email]\r\n");
      assertThat(run.removed())
          .isEqualTo(Map.of(Removal.Kind.BYTE_ORDER_MARK, 1L, Removal.Kind.EMAIL, 1L));
    }
  }

  @Test
  void utf16WithoutAMarkIsReadWhereItIsClear() throws IOException {
    String text = "mostly ASCII, é for once\n";
    assertThat(run(text.getBytes(StandardCharsets.UTF_16LE)).text()).isEqualTo(text);
    assertThat(run(text.getBytes(StandardCharsets.UTF_16BE)).text()).isEqualTo(text);
  }

  @Test
  void latin1AndWindows1252BecomeUtf8() throws IOException {
    String text = "Zürich – naïve “Größe” 5 €, José\n";
    assertThat(run(text.getBytes(CP1252)).text()).isEqualTo(text);
    assertThat(run("plain text and much of it, caf\u00e9.".getBytes(CP1252)).text())
        .isEqualTo("plain text and much of it, café.");
    byte[] late = ("line\n".repeat(40_000) + "né bob@example.com\n").getBytes(CP1252);
    assertThat(run(late).text()).endsWith("line\nné [redacted:email]\n");
  }

  @Test
  void everyByteOfWindows1252IsTheCharacterThatItStandsFor() throws IOException {
    for (int value = 0x80; value < 0x100; value++) {
      byte[] text = "some words and then x".getBytes(StandardCharsets.US_ASCII);
      text[text.length - 2] = (byte) value;
      TextRun run = TextRun.text(text, PolicySamples.withoutRedaction());
      if (List.of(0x81, 0x8d, 0x8f, 0x90, 0x9d).contains(value)) {
        assertThat(run.reason()).isEqualTo(ReasonCode.MALFORMED);
      } else {
        assertThat(run.text()).as("%x", value).isEqualTo(new String(text, CP1252));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fffe00d84100", "fffe00dc4100", "feffdc000041", "feffd800d800"})
  void loneSurrogatesAreMalformed(String hex) throws IOException {
    assertThat(run(HexFormat.of().parseHex(hex)).reason()).isEqualTo(ReasonCode.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fffe41", "feff0041d83d", "fffe3dd800", "feff00"})
  void utf16ThatEndsWithinACharacterIsTruncated(String hex) throws IOException {
    assertThat(run(HexFormat.of().parseHex(hex)).reason()).isEqualTo(ReasonCode.TRUNCATED);
  }

  @Test
  void wideNulsAreMalformed() throws IOException {
    assertThat(run(HexFormat.of().parseHex("fffe410000004200")).reason())
        .isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void jsonIsReadInEachEncoding() throws IOException {
    String json = "{\"name\":\"José, a longer value with é\"}";
    for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, CP1252)) {
      TextRun run =
          TextRun.of(
              new JsonRebuilder(),
              FileType.JSON,
              json.getBytes(charset),
              SanitizationPolicy.defaults());
      assertThat(run.text()).as("%s", charset).isEqualTo(json);
    }
  }

  @Test
  void decodingAgreesWithTheJdkHoweverItIsRead() throws IOException {
    for (int seed = 0; seed < 30; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 20_000; i++) {
        int codePoint = random.nextInt(random.nextBoolean() ? 0x80 : 0x110000);
        boolean surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
        text.appendCodePoint(surrogate ? ' ' : codePoint);
      }
      byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_16LE);
      byte[] decoded;
      try (InputStream in = TextEncoding.UTF_16LE.decode(new BytesContent(bytes).open())) {
        decoded = in.readAllBytes();
      }
      assertThat(Arrays.equals(decoded, text.toString().getBytes(StandardCharsets.UTF_8))).isTrue();
    }
  }
}
