package dev.sallyport.media.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.domain.sanitization.ReasonCode;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.Adler32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostilePngTest {
  private static final byte[] PIXELS = PngFile.deflated(new byte[6]);

  private static ReasonCode reason(PngFile file) throws IOException {
    return Rebuild.png(file.end()).reason();
  }

  private static PngFile begun() {
    return new PngFile().header(2, 2, 8, 0, 0);
  }

  @ParameterizedTest
  @CsvSource({
    "0,2,8,0,0",
    "2,0,8,0,0",
    "-1,2,8,0,0",
    "2,2,3,0,0",
    "2,2,0,2,0",
    "2,2,99,2,0",
    "2,2,8,1,0",
    "2,2,8,5,0",
    "2,2,8,9,0",
    "2,2,16,3,0",
    "2,2,4,2,0",
    "2,2,8,0,2",
    "2,2,4,6,0"
  })
  void headersThatCannotBeAreMalformed(int width, int height, int depth, int type, int interlace)
      throws IOException {
    PngFile file = new PngFile().header(width, height, depth, type, interlace);
    assertThat(reason(file.chunk("IDAT", PIXELS))).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void unknownCompressionAndFilterMethodsAreMalformed() throws IOException {
    for (int field : new int[] {10, 11}) {
      byte[] header = PngFile.ihdr(2, 2, 8, 0, 0);
      header[field] = 1;
      assertThat(reason(new PngFile().chunk("IHDR", header).chunk("IDAT", PIXELS)))
          .isEqualTo(ReasonCode.MALFORMED);
    }
  }

  @ParameterizedTest
  @CsvSource({"10000,10000", "1,50000001", "2000000,1", "2147483647,2147483647"})
  void pixelFloodsAreRefusedByTheHeader(int width, int height) throws IOException {
    PngFile file = new PngFile().header(width, height, 8, 0, 0);
    assertThat(reason(file.chunk("IDAT", PIXELS))).isEqualTo(ReasonCode.TOO_MANY_PIXELS);
  }

  @Test
  void wrongChecksumsAreMalformed() throws IOException {
    byte[] header = PngFile.ihdr(2, 2, 8, 0, 0);
    assertThat(reason(new PngFile().chunk("IHDR", 13, header, 1).chunk("IDAT", PIXELS)))
        .isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(begun().chunk("IDAT", PIXELS.length, PIXELS, 1)))
        .isEqualTo(ReasonCode.MALFORMED);
    PngFile noEnd = PngFile.gray(2, 2).chunk("IEND", 0, new byte[0], 1);
    assertThat(Rebuild.png(noEnd.open()).reason()).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void wrongSignatureIsMalformed() throws IOException {
    byte[] file = PngFile.gray(2, 2).end();
    for (int i = 0; i < 8; i++) {
      byte[] wrong = file.clone();
      wrong[i] ^= (byte) 0x80;
      assertThat(Rebuild.png(wrong).reason()).isEqualTo(ReasonCode.MALFORMED);
    }
  }

  @Test
  void chunksOutOfOrderAreMalformed() throws IOException {
    byte[] palette = new byte[3];
    PngFile headerLate = new PngFile().chunk("gAMA", new byte[4]).header(2, 2, 8, 0, 0);
    assertThat(reason(headerLate.chunk("IDAT", PIXELS))).isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(begun())).isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(begun().chunk("IDAT", PIXELS).header(2, 2, 8, 0, 0)))
        .isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(begun().chunk("PLTE", palette).chunk("IDAT", PIXELS)))
        .isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(begun().chunk("ABCD", palette).chunk("IDAT", PIXELS)))
        .isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(begun().chunk("a1cd", palette).chunk("IDAT", PIXELS)))
        .isEqualTo(ReasonCode.MALFORMED);
    PngFile split = begun().chunk("IDAT", PIXELS).chunk("tEXt", palette).chunk("IDAT", PIXELS);
    assertThat(reason(split)).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void palettesThatCannotBeAreMalformed() throws IOException {
    for (int length : new int[] {0, 1, 4, 3 * 5, 3 * 257}) {
      PngFile file = new PngFile().header(2, 2, 2, 3, 0).chunk("PLTE", new byte[length]);
      assertThat(reason(file.chunk("IDAT", PngFile.deflated(new byte[4]))))
          .as("%d bytes", length)
          .isEqualTo(ReasonCode.MALFORMED);
    }
    PngFile none = new PngFile().header(2, 2, 2, 3, 0);
    assertThat(reason(none.chunk("IDAT", PngFile.deflated(new byte[4]))))
        .isEqualTo(ReasonCode.MALFORMED);
    PngFile outside = new PngFile().header(4, 1, 2, 3, 0).chunk("PLTE", new byte[9]);
    assertThat(reason(outside.chunk("IDAT", PngFile.deflated(new byte[] {0, 3}))))
        .isEqualTo(ReasonCode.MALFORMED);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "0,3", "2,2", "4,2", "6,6", "3,4"})
  void transparencyThatCannotBeIsMalformed(int type, int length) throws IOException {
    PngFile file = new PngFile().header(2, 2, 8, type, 0);
    if (type == 3) {
      file.chunk("PLTE", new byte[9]);
    }
    assertThat(reason(file.chunk("tRNS", new byte[length]).chunk("IDAT", PIXELS)))
        .isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void dataOfTheWrongLengthIsRefused() throws IOException {
    assertThat(reason(begun().chunk("IDAT", PngFile.deflated(new byte[5]))))
        .isEqualTo(ReasonCode.TRUNCATED);
    assertThat(reason(begun().chunk("IDAT", PngFile.deflated(new byte[7]))))
        .isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(begun().chunk("IDAT", PngFile.deflated(new byte[20_000_000]))))
        .isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(begun().chunk("IDAT", Arrays.copyOf(PIXELS, PIXELS.length - 1))))
        .isEqualTo(ReasonCode.TRUNCATED);
    assertThat(reason(begun().chunk("IDAT", new byte[0]))).isEqualTo(ReasonCode.TRUNCATED);
  }

  @Test
  void brokenCompressionIsMalformed() throws IOException {
    byte[] wrongSum = PIXELS.clone();
    wrongSum[PIXELS.length - 1] ^= 1;
    assertThat(reason(begun().chunk("IDAT", wrongSum))).isEqualTo(ReasonCode.MALFORMED);
    byte[] wrongMethod = PIXELS.clone();
    wrongMethod[0] = 0x79;
    assertThat(reason(begun().chunk("IDAT", wrongMethod))).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void presetDictionaryIsMalformed() throws IOException {
    Adler32 sum = new Adler32();
    sum.update(new byte[10]);
    java.util.zip.Deflater deflater = new java.util.zip.Deflater();
    deflater.setDictionary(new byte[10]);
    deflater.setInput(new byte[6]);
    deflater.finish();
    byte[] data = new byte[100];
    int count = deflater.deflate(data);
    deflater.end();
    assertThat(reason(begun().chunk("IDAT", Arrays.copyOf(data, count))))
        .isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void unknownRowFilterIsMalformed() throws IOException {
    byte[] lines = {0, 1, 1, 5, 1, 1};
    assertThat(reason(begun().chunk("IDAT", PngFile.deflated(lines))))
        .isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void everyCutIsTruncated() throws IOException {
    byte[] file = begun().chunk("tEXt", new byte[30]).chunk("IDAT", PIXELS).end();
    for (int length = 1; length < file.length; length++) {
      assertThat(Rebuild.png(Arrays.copyOf(file, length)).result())
          .as("cut to %d", length)
          .isEqualTo(new Rebuilt.Refused(ReasonCode.TRUNCATED));
    }
  }

  @Test
  void hugeMetadataIsMalformedWithoutBeingRead() throws IOException {
    PngFile file = begun().chunk("tEXt", Integer.MAX_VALUE, new byte[10], 0);
    assertThat(reason(file)).isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(begun().chunk("iTXt", -1, new byte[10], 0))).isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(begun().chunk("tEXt", new byte[(16 << 20) + 1]).chunk("IDAT", PIXELS)))
        .isEqualTo(ReasonCode.MALFORMED);
  }
}
