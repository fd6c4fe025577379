package dev.sallyport.media.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.sanitization.ReasonCode;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HostileGifTest {
  private static final int[] FOUR = {0, 1, 2, 3};

  private static GifFile open() {
    return new GifFile(2, 2, GifFile.grays(4));
  }

  private static byte[] right() {
    return open().frame(0, 0, 2, 2, FOUR, 2).end();
  }

  private static ReasonCode reason(byte[] file) throws IOException {
    return Rebuild.gif(file).reason();
  }

  @Test
  void everyCutIsTruncated() throws IOException {
    byte[] file = right();
    for (int length = 1; length < file.length; length++) {
      assertThat(reason(Arrays.copyOf(file, length)))
          .as("cut to %d", length)
          .isEqualTo(ReasonCode.TRUNCATED);
    }
  }

  @Test
  void screenOfTooManyPixelsIsRefusedBeforeAnythingIsDecoded() throws IOException {
    byte[] file = new GifFile(65_535, 65_535, GifFile.grays(2)).open();
    assertThat(reason(file)).isEqualTo(ReasonCode.TOO_MANY_PIXELS);
  }

  @Test
  void framesCountTowardsThePixels() throws IOException {
    GifFile file = new GifFile(5000, 5000, GifFile.grays(4));
    for (int i = 0; i < 3; i++) {
      file.descriptor(0, 0, 5000, 5000, 0).data(2, new byte[] {1});
    }
    assertThat(reason(file.end())).isEqualTo(ReasonCode.TOO_MANY_PIXELS);
  }

  @Test
  void fewerPixelsThanPromisedAreTruncated() throws IOException {
    byte[] file = new GifFile(7000, 7000, GifFile.grays(4)).frame(0, 0, 7000, 7000, FOUR, 2).end();
    assertThat(reason(file)).isEqualTo(ReasonCode.TRUNCATED);
  }

  @Test
  void frameOutsideTheScreenIsMalformed() throws IOException {
    for (int[] box : new int[][] {{1, 0, 2, 2}, {0, 1, 2, 2}, {65_535, 0, 2, 2}, {0, 0, 0, 2}}) {
      byte[] file = open().frame(box[0], box[1], box[2], box[3], FOUR, 2).end();
      assertThat(reason(file)).isEqualTo(ReasonCode.MALFORMED);
    }
  }

  @Test
  void fileWithoutAFrameOrPaletteOrScreenIsMalformed() throws IOException {
    assertThat(reason(open().end())).isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(new GifFile(2, 2, new byte[0]).frame(0, 0, 2, 2, FOUR, 2).end()))
        .isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(new GifFile(0, 2, GifFile.grays(4)).frame(0, 0, 2, 2, FOUR, 2).end()))
        .isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void codesFromNowhereAreMalformed() throws IOException {
    byte[][] streams = {
      new GifFile.Bits().put(4, 3).put(7, 3).bytes(),
      new GifFile.Bits().put(6, 3).put(0, 3).bytes(),
      new GifFile.Bits().put(4, 3).put(0, 3).put(7, 3).put(7, 3).bytes()
    };
    for (byte[] codes : streams) {
      byte[] file = open().descriptor(0, 0, 2, 2, 0).data(2, codes).end();
      assertThat(reason(file)).isEqualTo(ReasonCode.MALFORMED);
    }
  }

  @Test
  void stringsThatOverflowTheFrameAreMalformed() throws IOException {
    byte[] codes = new GifFile.Bits().put(4, 3).put(0, 3).put(6, 3).put(7, 3).put(8, 4).bytes();
    byte[] file = open().descriptor(0, 0, 2, 2, 0).data(2, codes).end();
    assertThat(reason(file)).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void coloursOutsideThePaletteAreMalformed() throws IOException {
    byte[] file = new GifFile(2, 2, GifFile.grays(2)).frame(0, 0, 2, 2, FOUR, 2).end();
    assertThat(reason(file)).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void codeSizesThatNoPixelHasAreMalformed() throws IOException {
    for (int bits : new int[] {0, 9, 12, 255}) {
      byte[] file = open().descriptor(0, 0, 2, 2, 0).data(bits, new byte[5]).end();
      assertThat(reason(file)).isEqualTo(ReasonCode.MALFORMED);
    }
  }

  @Test
  void blocksOfUnknownKindOrSizeAreMalformed() throws IOException {
    assertThat(reason(open().u8(0x55).end())).isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(open().u8(0x21).u8(0xf9).u8(9).raw(new byte[10]).end()))
        .isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(open().u8(0x21).u8(0xff).u8(3).raw(new byte[10]).end()))
        .isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void commentBeyondTheChunkLimitIsMalformed() throws IOException {
    byte[] file = open().u8(0x21).u8(0xfe).blocks(new byte[(16 << 20) + 1]).end();
    assertThat(reason(file)).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void endlessClearCodesEndWithTheData() throws IOException {
    GifFile.Bits bits = new GifFile.Bits();
    for (int i = 0; i < 100_000; i++) {
      bits.put(4, 3);
    }
    byte[] file = open().descriptor(0, 0, 2, 2, 0).data(2, bits.bytes()).end();
    assertThat(reason(file)).isEqualTo(ReasonCode.TRUNCATED);
  }
}
