package dev.sallyport.media.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.contract.sanitization.ContentRebuilderContract;
import dev.sallyport.contract.sanitization.PolicySamples;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRebuilderTest implements ContentRebuilderContract {
  @Override
  public ContentRebuilder rebuilder() {
    return new TextRebuilder();
  }

  @Override
  public byte[] dirtySample() {
    return "\ufeffstart\u001b[1m of bob@example.com\n日本 1.2.3.4\r\n"
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public FileType type() {
    return FileType.TEXT;
  }

  @Test
  void csvIsRebuiltAsText() throws IOException {
    TextRun run =
        TextRun.of(
            rebuilder(),
            FileType.CSV,
            "name,mail\nx,a@b.co\n".getBytes(StandardCharsets.UTF_8),
            SanitizationPolicy.defaults());
    assertThat(run.text()).isEqualTo("name,mail\nx,[redacted:email]\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80",
        "c080",
        "c1bf",
        "e08080",
        "eda080",
        "edbfbf",
        "f0808080",
        "f4908080",
        "f5808080",
        "ff",
        "c328",
        "e28228",
        "00"
      })
  void wrongBytesAmongRightOnesAreMalformed(String hex) throws IOException {
    String right = HexFormat.of().formatHex("日本日本日本日本".getBytes(StandardCharsets.UTF_8));
    byte[] text = HexFormat.of().parseHex(right + "4142" + hex + "43");
    assertThat(TextRun.text(text, SanitizationPolicy.defaults()).reason())
        .isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void textThatEndsWithinACharacterIsTruncated() throws IOException {
    byte[] text = "x😀".getBytes(StandardCharsets.UTF_8);
    for (int length = 2; length < text.length; length++) {
      assertThat(TextRun.text(Arrays.copyOf(text, length), SanitizationPolicy.defaults()).reason())
          .isEqualTo(ReasonCode.TRUNCATED);
    }
  }

  @Test
  void everyCharacterOfUnicodeIsKeptOrListed() throws IOException {
    StringBuilder all = new StringBuilder();
    for (int codePoint = 1; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      boolean surrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
      if (!surrogate && codePoint != 0x1b) {
        all.appendCodePoint(codePoint);
      }
    }
    TextRun run =
        TextRun.text(
            all.toString().getBytes(StandardCharsets.UTF_8), PolicySamples.withoutRedaction());
    assertThat(run.removed())
        .isEqualTo(
            Map.of(
                Removal.Kind.CONTROL_CHARACTER, 31L - 3 - 1 + 33,
                Removal.Kind.BIDI_CONTROL, 12L,
                Removal.Kind.BYTE_ORDER_MARK, 1L));
    String expected =
        all.toString()
            .replaceAll("[\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f]", "")
            .replaceAll("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]", "");
    assertThat(run.text().equals(expected)).isTrue();
  }

  @Test
  void escapeSequencesGoWhole() throws IOException {
    String esc = "\u001b";
    assertThat(clean("a" + esc + "[1;31mred" + esc + "[0m b")).isEqualTo("ared b");
    assertThat(clean("a" + esc + "]0;title\u0007b" + esc + "]8;;http://x" + esc + "\\c"))
        .isEqualTo("abc");
    assertThat(clean("a" + esc + "]0;日本\nb")).isEqualTo("a\nb");
    assertThat(clean("a" + esc + "]0;x" + esc + "[31mb")).isEqualTo("ab");
    assertThat(clean("a" + esc + "(Bb" + esc + "cd" + esc)).isEqualTo("abd");
    assertThat(clean("a" + esc + esc + "[2Jb" + esc + "[\nc" + esc + "[日")).isEqualTo("ab\nc日");
    assertThat(clean("a\b\u0007\f\u000b\u007f\u009b1m\tb\r\nc\r")).isEqualTo("a1m\tb\r\nc\r");
  }

  private static String clean(String text) throws IOException {
    TextRun run = TextRun.text(text);
    assertThat(run.removed()).containsOnlyKeys(Removal.Kind.CONTROL_CHARACTER);
    return run.text();
  }

  @Test
  void secretSplitByCharactersThatVanishIsFound() throws IOException {
    assertThat(TextRun.text("bob@exa\u202emple.c\u001b[1mom").text()).isEqualTo("[redacted:email]");
  }

  @Test
  void redactionCanBeSwitchedOff() throws IOException {
    byte[] text = "a@b.co \u0007x".getBytes(StandardCharsets.UTF_8);
    assertThat(TextRun.text(text, PolicySamples.withoutRedaction()).text()).isEqualTo("a@b.co x");
  }

  @Test
  void moreTextThanThePolicyAllowsIsRefused() throws IOException {
    assertThat(TextRun.text(new byte[11], PolicySamples.maxTextBytes(10)).reason())
        .isEqualTo(ReasonCode.EXPANSION_LIMIT);
  }

  @Test
  void rebuildingAgainChangesNothing() throws IOException {
    String[] marks = {
      "\u001b", "[", "]", "\\", "\u0007", "\u202e", "\ufeff", "\u009b", "m", "\n", "é"
    };
    for (int seed = 0; seed < 2_000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder(RandomText.of(random, 4));
      for (int i = 0; i < 12; i++) {
        text.insert(random.nextInt(text.length() + 1), marks[random.nextInt(marks.length)]);
      }
      String once = TextRun.text(text.toString().replaceAll("[\\ud800-\\udfff]", "")).text();
      TextRun again = TextRun.text(once);
      assertThat(again.text()).as("seed %d", seed).isEqualTo(once);
      assertThat(again.removed()).as("seed %d", seed).isEmpty();
    }
  }
}
