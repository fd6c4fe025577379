package dev.sallyport.media.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.contract.sanitization.ContentRebuilderContract;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.Removal;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JpegRebuilderTest implements ContentRebuilderContract {
  private static final int WIDTH = 70;
  private static final int HEIGHT = 50;

  @Override
  public ContentRebuilder rebuilder() {
    return new JpegRebuilder(Rebuild.BUDGET);
  }

  @Override
  public byte[] dirtySample() {
    try {
      return JpegFile.afterStart(plain(), JpegFile.exif(6, true));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public FileType type() {
    return FileType.JPEG;
  }

  private static byte[] plain() throws IOException {
    return JpegFile.encode(JpegFile.quarters(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB), false);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void everyOrientationComesOutUpright(int orientation) throws IOException {
    for (boolean bigEndian : new boolean[] {true, false}) {
      for (int type : new int[] {BufferedImage.TYPE_INT_RGB, BufferedImage.TYPE_BYTE_GRAY}) {
        byte[] stored = JpegFile.encode(JpegFile.quarters(WIDTH, HEIGHT, type), false);
        Rebuild rebuild =
            Rebuild.jpeg(JpegFile.afterStart(stored, JpegFile.exif(orientation, bigEndian)));
        assertThat(difference(rebuild.image(), Rebuild.decode(stored), orientation)).isLessThan(3);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"landscape-orientation-6,6", "portrait-orientation-3,3"})
  void photographsComeOutUprightAndWithoutMetadata(String name, int orientation)
      throws IOException {
    byte[] file = Rebuild.resource("photos/" + name + ".jpg");
    Rebuild rebuild = Rebuild.jpeg(file);
    assertThat(difference(rebuild.image(), Rebuild.decode(file), orientation)).isLessThan(3);
    assertThat(rebuild.removed()).containsKey(Removal.Kind.IMAGE_METADATA);
    assertOnlyPixels(rebuild.bytes());
    assertThat(new String(rebuild.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
  }

  /** Returns the mean difference of a channel to what an independent turn gives. */
  private static double difference(BufferedImage actual, BufferedImage stored, int orientation) {
    Integer[][] expected = Turn.upright(pixels(stored), orientation);
    Integer[][] found = pixels(actual);
    assertThat(found.length).isEqualTo(expected.length);
    assertThat(found[0].length).isEqualTo(expected[0].length);
    long sum = 0;
    for (int y = 0; y < found.length; y++) {
      for (int x = 0; x < found[y].length; x++) {
        for (int shift = 0; shift < 24; shift += 8) {
          sum += Math.abs((found[y][x] >> shift & 255) - (expected[y][x] >> shift & 255));
        }
      }
    }
    return sum / 3.0 / found.length / found[0].length;
  }

  private static Integer[][] pixels(BufferedImage image) {
    Integer[][] pixels = new Integer[image.getHeight()][image.getWidth()];
    for (int y = 0; y < pixels.length; y++) {
      int[] row = image.getRGB(0, y, image.getWidth(), 1, null, 0, image.getWidth());
      pixels[y] = Arrays.stream(row).boxed().toArray(Integer[]::new);
    }
    return pixels;
  }

  private static void assertOnlyPixels(byte[] file) {
    assertThat(JpegFile.markers(file)).isSubsetOf(0xe0, 0xdb, 0xc0, 0xc4, 0xda);
    int header = JpegFile.find(file, 0xe0);
    assertThat(file[header + 3])
        .as("length of a JFIF header without thumbnail")
        .isEqualTo((byte) 16);
  }

  @Test
  void plainImageIsClean() throws IOException {
    Rebuild rebuild = Rebuild.jpeg(plain());
    assertThat(rebuild.removed()).isEmpty();
    assertOnlyPixels(rebuild.bytes());
  }

  @Test
  void grayStaysGray() throws IOException {
    BufferedImage gray = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 256; i++) {
      gray.getRaster().setSample(i % 16, i / 16, 0, i / 16 * 16 + 8);
    }
    BufferedImage image = Rebuild.jpeg(JpegFile.encode(gray, false)).image();
    assertThat(image.getRaster().getNumBands()).isEqualTo(1);
    for (int i = 0; i < 256; i++) {
      assertThat(image.getRaster().getSample(i % 16, i / 16, 0))
          .isCloseTo(i / 16 * 16 + 8, org.assertj.core.data.Offset.offset(6));
    }
  }

  @Test
  void progressiveImageIsRebuilt() throws IOException {
    BufferedImage image = JpegFile.quarters(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    byte[] file = JpegFile.encode(image, true);
    assertThat(JpegFile.markers(file)).contains(0xc2);
    Rebuild rebuild = Rebuild.jpeg(file);
    assertThat(difference(rebuild.image(), Rebuild.decode(file), 1)).isLessThan(2);
    assertThat(JpegFile.markers(rebuild.bytes())).contains(0xc0);
  }

  @Test
  void coloursFollowTheMarkersOfTheFile() throws IOException {
    BufferedImage image = JpegFile.quarters(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Rebuild rebuild = Rebuild.jpeg(JpegFile.encodeRgb(image));
    assertThat(difference(rebuild.image(), image, 1)).isLessThan(8);
    byte[] file = plain();
    int jfif = JpegFile.find(file, 0xe0);
    byte[] unmarked = JpegFile.insert(Arrays.copyOf(file, jfif), jfif, new byte[0]);
    unmarked = JpegFile.insert(unmarked, jfif, Arrays.copyOfRange(file, jfif + 18, file.length));
    assertThat(difference(Rebuild.jpeg(unmarked).image(), image, 1)).isLessThan(8);
  }

  @Test
  void everythingBesideThePixelsIsListed() throws IOException {
    byte[] file = plain();
    file =
        JpegFile.insert(
            file, JpegFile.find(file, JpegFile.SOS), JpegFile.segment(0xfe, "hi", new byte[3]));
    file = JpegFile.afterStart(file, JpegFile.segment(0xe2, "ICC_PROFILE\0", new byte[50]));
    file =
        JpegFile.afterStart(
            file, JpegFile.segment(0xe1, "http://ns.adobe.com/xap/1.0/\0", new byte[9]));
    file = JpegFile.afterStart(file, JpegFile.segment(0xed, "Photoshop 3.0\0", new byte[9]));
    file = Arrays.copyOf(file, file.length + 10);
    Rebuild rebuild = Rebuild.jpeg(file);
    assertThat(rebuild.removed())
        .isEqualTo(
            Map.of(
                Removal.Kind.IMAGE_METADATA, 3L,
                Removal.Kind.COLOR_PROFILE, 1L,
                Removal.Kind.TRAILING_DATA, 1L));
    assertOnlyPixels(rebuild.bytes());
    assertThat(rebuild.bytes()).isEqualTo(Rebuild.jpeg(plain()).bytes());
  }

  @Test
  void brokenExifMeansUpright() throws IOException {
    byte[] whole = PngFile.exif(6, true);
    for (int cut = 0; cut < 20; cut++) {
      byte[] exif = JpegFile.segment(0xe1, "Exif\0\0", Arrays.copyOf(whole, cut));
      assertThat(Rebuild.jpeg(JpegFile.afterStart(plain(), exif)).image().getWidth())
          .as("cut to %d", cut)
          .isEqualTo(WIDTH);
    }
    byte[] farAway = whole.clone();
    Arrays.fill(farAway, 4, 8, (byte) 0xff);
    byte[] itself = whole.clone();
    itself[7] = 0;
    for (byte[] each :
        new byte[][] {farAway, itself, PngFile.exif(0, false), PngFile.exif(9, true)}) {
      byte[] exif = JpegFile.segment(0xe1, "Exif\0\0", each);
      assertThat(Rebuild.jpeg(JpegFile.afterStart(plain(), exif)).image().getWidth())
          .isEqualTo(WIDTH);
    }
  }
}
