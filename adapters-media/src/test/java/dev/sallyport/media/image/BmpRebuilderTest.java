package dev.sallyport.media.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.contract.sanitization.ContentRebuilderContract;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.Removal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BmpRebuilderTest implements ContentRebuilderContract {
  @Override
  public ContentRebuilder rebuilder() {
    return new BmpRebuilder(Rebuild.BUDGET);
  }

  @Override
  public byte[] dirtySample() {
    BmpFile file = new BmpFile(20, 20, 8).grays(256);
    file.tail = new byte[9];
    return file.with(new byte[400]);
  }

  @Override
  public FileType type() {
    return FileType.BMP;
  }

  @Override
  public FileType rebuiltType() {
    return FileType.PNG;
  }

  @Override
  public ContentRebuilder rebuiltRebuilder() {
    return new PngRebuilder(Rebuild.BUDGET);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_3BYTE_BGR,
        BufferedImage.TYPE_INT_RGB,
        BufferedImage.TYPE_BYTE_INDEXED,
        BufferedImage.TYPE_BYTE_BINARY,
        BufferedImage.TYPE_USHORT_565_RGB,
        BufferedImage.TYPE_USHORT_555_RGB
      })
  void pixelsAreThoseThatAnIndependentEncoderWrote(int type) throws IOException {
    for (int width : new int[] {1, 7, 31, 64}) {
      BufferedImage picture = new BufferedImage(width, 9, type);
      Random random = new Random(1);
      for (int i = 0; i < width * 9; i++) {
        picture.setRGB(i % width, i / width, random.nextInt());
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      assertThat(ImageIO.write(picture, "bmp", bytes)).isTrue();
      Rebuild rebuild = Rebuild.bmp(bytes.toByteArray());
      BufferedImage expected = Rebuild.decode(bytes.toByteArray());
      BufferedImage actual = rebuild.image();
      for (int i = 0; i < width * 9; i++) {
        assertThat(near(actual.getRGB(i % width, i / width), expected.getRGB(i % width, i / width)))
            .as("pixel %d", i)
            .isTrue();
      }
      assertThat(rebuild.removed()).isEmpty();
    }
  }

  /** Five bits become eight by rounding in one decoder and by shifting in another. */
  private static boolean near(int one, int other) {
    boolean near = one >>> 24 == other >>> 24;
    for (int shift = 0; shift < 24; shift += 8) {
      near &= Math.abs((one >> shift & 255) - (other >> shift & 255)) <= 4;
    }
    return near;
  }

  private static int[] pixels(byte[] file) throws IOException {
    BufferedImage image = Rebuild.bmp(file).image();
    int width = image.getWidth();
    return image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
  }

  @Test
  void rowsMayComeFromTheTop() throws IOException {
    byte[] rows = BmpFile.bytes(0, 0, 0, 0, 255, 255, 255, 0);
    assertThat(pixels(new BmpFile(1, 2, 32).with(rows))).containsExactly(0xffffffff, 0xff000000);
    assertThat(pixels(new BmpFile(1, -2, 32).with(rows))).containsExactly(0xff000000, 0xffffffff);
  }

  @Test
  void oldestHeaderIsUnderstood() throws IOException {
    BmpFile file = new BmpFile(2, 1, 1);
    file.header = 12;
    file.palette = BmpFile.bytes(1, 2, 3, 4, 5, 6);
    assertThat(pixels(file.with(BmpFile.bytes(0x40, 0, 0, 0))))
        .containsExactly(0xff030201, 0xff060504);
  }

  @Test
  void masksSayWhereColoursAndAlphaAre() throws IOException {
    byte[] pixel = BmpFile.bytes(0x11, 0x22, 0x33, 0x44);
    int[] rgba = {0xff, 0xff00, 0xff0000, 0xff000000};
    for (int header : new int[] {56, 108, 124}) {
      assertThat(pixels(new BmpFile(1, 1, 32).masks(header, rgba).with(pixel)))
          .containsExactly(0x44112233);
    }
    int[] rgb = {0xff00, 0xff0000, 0xff000000};
    for (int header : new int[] {40, 52}) {
      assertThat(pixels(new BmpFile(1, 1, 32).masks(header, rgb).with(pixel)))
          .containsExactly(0xff223344);
    }
    int[] deep = {0x3ff00000, 0xffc00, 0x3ff};
    byte[] white = BmpFile.bytes(0xff, 0x03, 0xf0, 0x3f);
    assertThat(pixels(new BmpFile(1, 1, 32).masks(40, deep).with(white)))
        .containsExactly(0xffff00ff);
  }

  @Test
  void runsOfBytesAreUnderstood() throws IOException {
    byte[] runs = BmpFile.bytes(3, 1, 0, 0, 0, 3, 2, 3, 2, 0, 0, 0, 0, 2, 1, 0, 1, 3, 0, 1);
    int[] grays = pixels(new BmpFile(3, 3, 8).grays(4).compression(1).with(runs));
    assertThat(grays)
        .containsExactly(
            gray(0), gray(3), gray(0), gray(2), gray(3), gray(2), gray(1), gray(1), gray(1));
  }

  @Test
  void runsOfNibblesAreUnderstood() throws IOException {
    byte[] runs = BmpFile.bytes(3, 0x12, 0, 0, 0, 3, 0x32, 0x10, 0, 1);
    int[] grays = pixels(new BmpFile(3, 2, 4).grays(4).compression(2).with(runs));
    assertThat(grays).containsExactly(gray(3), gray(2), gray(1), gray(1), gray(2), gray(1));
  }

  private static int gray(int index) {
    return 0xff000000 | index * 85 * 0x010101;
  }

  @Test
  void everythingBesideThePixelsIsListed() throws IOException {
    BmpFile file = new BmpFile(1, 1, 24);
    file.gap = new byte[7];
    file.tail = new byte[5];
    assertThat(Rebuild.bmp(file.with(new byte[4])).removed())
        .isEqualTo(Map.of(Removal.Kind.IMAGE_METADATA, 1L, Removal.Kind.TRAILING_DATA, 1L));
  }

  @Test
  void embeddedProfileIsListed() throws IOException {
    BmpFile file = new BmpFile(1, 1, 24);
    file.header = 124;
    file.profileSpace = 0x4d424544;
    file.tail = new byte[500];
    assertThat(Rebuild.bmp(file.with(new byte[4])).removed())
        .isEqualTo(Map.of(Removal.Kind.COLOR_PROFILE, 1L));
  }
}
