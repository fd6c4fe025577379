package dev.sallyport.media.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.sanitization.ReasonCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostileBmpTest {
  private static ReasonCode reason(byte[] file) throws IOException {
    return Rebuild.bmp(file).reason();
  }

  private static byte[] right() {
    return new BmpFile(2, 2, 8).grays(256).with(new byte[8]);
  }

  /** Returns the right file with another number at a place. */
  private static byte[] changed(int at, int value) {
    return ByteBuffer.wrap(right()).order(ByteOrder.LITTLE_ENDIAN).putInt(at, value).array();
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

  @ParameterizedTest
  @CsvSource({
    "65536,65536",
    "2147483647,2147483647",
    "2147483647,-2147483647",
    "1000001,1",
    "1,-1000001"
  })
  void tooManyPixelsAreRefusedBeforeAnythingIsDecoded(int width, int height) throws IOException {
    byte[] file = new BmpFile(width, height, 32).with(new byte[4]);
    assertThat(reason(file)).isEqualTo(ReasonCode.TOO_MANY_PIXELS);
  }

  @ParameterizedTest
  @CsvSource({"0,1", "1,0", "-1,1", "1,-2147483648", "-2147483648,1"})
  void dimensionsThatNoImageHasAreMalformed(int width, int height) throws IOException {
    byte[] file = new BmpFile(width, height, 32).with(new byte[4]);
    assertThat(reason(file)).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void pixelsThatWouldBeginInTheHeaderOrBehindTheEndAreRefused() throws IOException {
    assertThat(reason(changed(10, 20))).isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(changed(10, -1))).isEqualTo(ReasonCode.TRUNCATED);
  }

  @Test
  void paletteLargerThanItsPixelsCanNameIsMalformed() throws IOException {
    assertThat(reason(changed(46, 257))).isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(changed(46, -1))).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void coloursOutsideThePaletteAreMalformed() throws IOException {
    byte[] file = new BmpFile(2, 1, 8).grays(4).with(BmpFile.bytes(3, 4, 0, 0));
    assertThat(reason(file)).isEqualTo(ReasonCode.MALFORMED);
    byte[] runs = BmpFile.bytes(2, 4, 0, 1);
    assertThat(reason(new BmpFile(2, 1, 8).grays(4).compression(1).with(runs)))
        .isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void otherHeadersAndMethodsAreRefused() throws IOException {
    assertThat(reason(changed(14, 41))).isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(changed(14, 64))).isEqualTo(ReasonCode.UNSUPPORTED_TYPE);
    assertThat(reason(changed(30, 4))).isEqualTo(ReasonCode.UNSUPPORTED_TYPE);
    assertThat(reason(changed(30, 5))).isEqualTo(ReasonCode.UNSUPPORTED_TYPE);
    assertThat(reason(changed(30, 99))).isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(changed(26, 0x00080002))).isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(changed(26, 0x00020001))).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void masksThatOverlapOrHaveHolesAreMalformed() throws IOException {
    for (int[] masks : new int[][] {{0xff, 0xff, 0xff00}, {0xf0f, 0xf0, 0}}) {
      byte[] file = new BmpFile(1, 1, 32).masks(40, masks).with(new byte[4]);
      assertThat(reason(file)).isEqualTo(ReasonCode.MALFORMED);
    }
    byte[] wide = new BmpFile(1, 1, 16).masks(40, 0xff0000, 0xff00, 0xff).with(new byte[4]);
    assertThat(reason(wide)).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void runsThatLeaveTheImageAreMalformed() throws IOException {
    int[][] streams = {
      {5, 0, 0, 1},
      {0, 2, 5, 0, 0, 1},
      {0, 2, 0, 5, 0, 1},
      {0, 5, 0, 0, 0, 0, 0, 0, 0, 1},
      {0, 0, 0, 0, 1, 1, 0, 1},
      {0, 0, 0, 0, 0, 0, 0, 0, 0, 1}
    };
    for (int[] stream : streams) {
      byte[] file = new BmpFile(4, 2, 8).grays(4).compression(1).with(BmpFile.bytes(stream));
      assertThat(reason(file)).as(Arrays.toString(stream)).isEqualTo(ReasonCode.MALFORMED);
    }
  }

  @Test
  void runsWithoutTheirEndAreTruncated() throws IOException {
    byte[] file = new BmpFile(4, 2, 8).grays(4).compression(1).with(BmpFile.bytes(4, 1, 0, 0));
    assertThat(reason(file)).isEqualTo(ReasonCode.TRUNCATED);
  }

  @Test
  void runsFromTheTopAreMalformed() throws IOException {
    byte[] file = new BmpFile(4, -2, 8).grays(4).compression(1).with(BmpFile.bytes(0, 1));
    assertThat(reason(file)).isEqualTo(ReasonCode.MALFORMED);
  }
}
