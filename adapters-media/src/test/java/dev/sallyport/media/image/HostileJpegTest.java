package dev.sallyport.media.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.domain.sanitization.ReasonCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileJpegTest {
  private static byte[] plain;
  private static byte[] progressive;

  @BeforeAll
  static void encode() throws IOException {
    BufferedImage image = JpegFile.quarters(70, 50, BufferedImage.TYPE_INT_RGB);
    plain = JpegFile.encode(image, false);
    progressive = JpegFile.encode(image, true);
  }

  private static ReasonCode reason(byte[] file) throws IOException {
    return Rebuild.jpeg(file).reason();
  }

  /** Returns the plain file with bytes of its frame header changed. */
  private static byte[] framed(int offset, int... values) {
    byte[] file = plain.clone();
    int frame = JpegFile.find(file, JpegFile.SOF0);
    for (int i = 0; i < values.length; i++) {
      file[frame + offset + i] = (byte) values[i];
    }
    return file;
  }

  @Test
  void everyCutIsRefused() throws IOException {
    for (byte[] file : new byte[][] {plain, progressive}) {
      for (int length = 1; length < file.length; length += 1 + length / 40) {
        assertThat(Rebuild.jpeg(Arrays.copyOf(file, length)).result())
            .as("cut to %d", length)
            .isEqualTo(new Rebuilt.Refused(ReasonCode.TRUNCATED));
      }
    }
  }

  @Test
  void scanThatEndsEarlyIsRefusedAlthoughTheEndMarkerIsThere() throws IOException {
    for (int missing = 10; missing < 200; missing += 38) {
      byte[] file = Arrays.copyOf(plain, plain.length - missing);
      file[file.length - 2] = (byte) 0xff;
      file[file.length - 1] = (byte) 0xd9;
      assertThat(reason(file)).as("%d bytes missing", missing).isEqualTo(ReasonCode.MALFORMED);
    }
  }

  @Test
  void scanThatIsMissingIsTruncated() throws IOException {
    int scan = JpegFile.find(progressive, JpegFile.SOS);
    byte[] none = JpegFile.insert(Arrays.copyOf(progressive, scan), scan, new byte[] {-1, -39});
    assertThat(reason(none)).isEqualTo(ReasonCode.TRUNCATED);
  }

  @Test
  void pixelFloodIsRefusedByTheHeader() throws IOException {
    assertThat(reason(framed(5, 0xff, 0xff, 0xff, 0xff))).isEqualTo(ReasonCode.TOO_MANY_PIXELS);
  }

  @Test
  void framesThatCannotBeAreMalformed() throws IOException {
    assertThat(reason(framed(5, 0, 0))).isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(framed(7, 0, 0))).isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(framed(9, 2))).isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(framed(10, 2))).isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(framed(11, 0x00))).isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(framed(11, 0x55))).isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(framed(12, 9))).isEqualTo(ReasonCode.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(ints = {0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf})
  void framesThatNobodyDecodesAreUnsupported(int marker) throws IOException {
    assertThat(reason(framed(1, marker))).isEqualTo(ReasonCode.UNSUPPORTED_TYPE);
  }

  @Test
  void twelveBitsAreUnsupported() throws IOException {
    assertThat(reason(framed(4, 12))).isEqualTo(ReasonCode.UNSUPPORTED_TYPE);
  }

  @Test
  void markersOutOfPlaceAreMalformed() throws IOException {
    int frame = JpegFile.find(plain, JpegFile.SOF0);
    int scan = JpegFile.find(plain, JpegFile.SOS);
    byte[] header = Arrays.copyOfRange(plain, frame, frame + 19);
    byte[] scanHeader = Arrays.copyOfRange(plain, scan, scan + 14);
    assertThat(reason(JpegFile.insert(plain, frame, header))).isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(JpegFile.insert(plain, frame, scanHeader))).isEqualTo(ReasonCode.MALFORMED);
    for (int marker : new int[] {0x01, 0x02, 0xd0, 0xd8, 0xdc, 0xde, 0xcc, 0xf0}) {
      byte[] file = JpegFile.insert(plain, frame, JpegFile.segment(marker, new byte[2]));
      assertThat(reason(file)).as("marker %x", marker).isEqualTo(ReasonCode.MALFORMED);
    }
    assertThat(reason(JpegFile.insert(plain, frame, new byte[] {0})))
        .isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(new byte[] {-1, -40, -1, -39})).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void manyScansAreRefusedBeforeAnyIsDecoded() throws IOException {
    ByteArrayOutputStream scans = new ByteArrayOutputStream();
    for (int i = 0; i < 101; i++) {
      scans.writeBytes(JpegFile.segment(JpegFile.SOS, new byte[] {1, 1, 0, 0, 0, 0}));
    }
    int scan = JpegFile.find(progressive, JpegFile.SOS);
    byte[] file = JpegFile.insert(progressive, scan, scans.toByteArray());
    assertThat(reason(file)).isEqualTo(ReasonCode.EXPANSION_LIMIT);
  }

  @Test
  void endlessSegmentsAreRefused() throws IOException {
    ByteArrayOutputStream comments = new ByteArrayOutputStream();
    for (int i = 0; i < 10_001; i++) {
      comments.writeBytes(JpegFile.segment(0xfe, new byte[0]));
    }
    assertThat(reason(JpegFile.afterStart(plain, comments.toByteArray())))
        .isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void tablesThatTheDecoderCannotStandAreMalformed() throws IOException {
    int frame = JpegFile.find(plain, JpegFile.SOF0);
    byte[] codes = new byte[17];
    Arrays.fill(codes, 1, 17, (byte) 0xff);
    byte[] huffman = JpegFile.insert(plain, frame, JpegFile.segment(0xc4, codes));
    assertThat(reason(huffman)).isEqualTo(ReasonCode.MALFORMED);
    byte[] quantization = JpegFile.insert(plain, frame, JpegFile.segment(0xdb, new byte[] {9, 1}));
    assertThat(reason(quantization)).isEqualTo(ReasonCode.MALFORMED);
  }
}
