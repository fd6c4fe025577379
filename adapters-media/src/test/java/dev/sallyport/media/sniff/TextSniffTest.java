package dev.sallyport.media.sniff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.ContentSniffer.Sniffed;
import dev.sallyport.contract.sanitization.BytesContent;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;

class TextSniffTest {
  private static final Set<FileType> TEXTS =
      EnumSet.of(FileType.TEXT, FileType.JSON, FileType.CSV, FileType.XML);
  private static final Charset CP1252 = Charset.forName("windows-1252");

  private static Sniffed sniffed(byte[] bytes) throws IOException {
    return new MagicContentSniffer().sniff(new BytesContent(bytes));
  }

  private static void assertNoText(byte[] bytes, String what) throws IOException {
    if (sniffed(bytes) instanceof Sniffed.Recognised(FileType type)) {
      assertThat(TEXTS).as(what).doesNotContain(type);
    }
  }

  @Test
  void textIsTextInEachEncoding() throws IOException {
    String log = "2026-11-21 INFO Zürich is naïve – 5 €\n".repeat(5_000);
    for (Charset charset :
        List.of(
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            CP1252)) {
      assertThat(sniffed(log.getBytes(charset)))
          .as("%s", charset)
          .isEqualTo(new Sniffed.Recognised(FileType.TEXT));
    }
    assertThat(sniffed("[\"a longer value\"]".getBytes(StandardCharsets.UTF_16LE)))
        .isEqualTo(new Sniffed.Recognised(FileType.JSON));
    byte[] odd = ("\ufeff日本語の記録\n".repeat(9_000) + "x").getBytes(StandardCharsets.UTF_16LE);
    assertThat(sniffed(odd)).isEqualTo(new Sniffed.Recognised(FileType.TEXT));
  }

  @Test
  void otherTypesDoNotHideInUtf16() throws IOException {
    for (String text :
        List.of(
            "words %PDF-1.4 more words", "%PDF-1.7 and", "{\\rtf1 words}", "GIF89a and so on")) {
      for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
        assertThat(sniffed(text.getBytes(charset)))
            .as(text)
            .isEqualTo(new Sniffed.Refused(ReasonCode.AMBIGUOUS_TYPE));
      }
    }
  }

  @Test
  void randomBytesAreNeverText() throws IOException {
    for (int seed = 0; seed < 3_000; seed++) {
      Random random = new Random(seed);
      byte[] bytes = new byte[80 + random.nextInt(3_000)];
      random.nextBytes(bytes);
      assertNoText(bytes, "seed " + seed);
      bytes[0] = (byte) (seed % 2 == 0 ? 0xff : 0xfe);
      bytes[1] = (byte) (seed % 2 == 0 ? 0xfe : 0xff);
      assertNoText(bytes, "marked, seed " + seed);
    }
  }

  @Test
  void compressedBytesAreNeverText() throws IOException {
    for (int seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 400; i++) {
        text.append("word").append(random.nextInt(1_000)).append(' ');
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
      try (DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
        stream.write(text.toString().getBytes(StandardCharsets.US_ASCII));
      }
      deflater.end();
      assertNoText(out.toByteArray(), "seed " + seed);
    }
  }

  @Test
  void soundAndPixelsAreNeverText() throws IOException {
    for (int seed = 0; seed < 200; seed++) {
      Random random = new Random(seed);
      int loudness = 1 << (2 + seed % 14);
      ByteBuffer sound = ByteBuffer.allocate(8_000).order(ByteOrder.LITTLE_ENDIAN);
      byte[] bytes8 = new byte[4_000];
      double pitch = 0.01 + random.nextDouble();
      for (int i = 0; i < 4_000; i++) {
        double wave = Math.sin(i * pitch) + 0.1 * random.nextGaussian();
        sound.putShort((short) Math.clamp((long) (wave * loudness), -32_768, 32_767));
        bytes8[i] = (byte) (128 + Math.clamp((long) (wave * (loudness >> 8)), -127, 127));
      }
      assertNoText(sound.array(), "16 bits, seed " + seed);
      assertNoText(bytes8, "8 bits, seed " + seed);
    }
  }
}
