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
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GifRebuilderTest implements ContentRebuilderContract {
  private static final int[] FOUR = {0, 1, 2, 3};

  @Override
  public ContentRebuilder rebuilder() {
    return new GifRebuilder(Rebuild.BUDGET);
  }

  @Override
  public byte[] dirtySample() {
    return new GifFile(20, 20, GifFile.grays(4))
        .extension(0xfe, "made by nobody")
        .frame(0, 0, 20, 20, new int[400], 2)
        .frame(1, 1, 2, 2, FOUR, 2)
        .end();
  }

  @Override
  public FileType type() {
    return FileType.GIF;
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
  @ValueSource(booleans = {true, false})
  void pixelsAreThoseThatAnIndependentEncoderWrote(boolean interlaced) throws IOException {
    for (int height : new int[] {1, 2, 3, 4, 5, 7, 9, 60}) {
      for (boolean noise : new boolean[] {true, false}) {
        BufferedImage picture = picture(90, height, noise);
        Rebuild rebuild = Rebuild.gif(encode(picture, interlaced));
        assertSame(rebuild.image(), picture);
        assertThat(rebuild.removed()).isEmpty();
      }
    }
  }

  private static BufferedImage picture(int width, int height, boolean noise) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_INDEXED);
    Random random = new Random(1);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.getRaster().setSample(x, y, 0, noise ? random.nextInt(256) : x / 9 * 20 + y / 30);
      }
    }
    return image;
  }

  private static byte[] encode(BufferedImage image, boolean interlaced) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setProgressiveMode(
          interlaced ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static void assertSame(BufferedImage actual, BufferedImage expected) {
    assertThat(actual.getWidth()).isEqualTo(expected.getWidth());
    assertThat(actual.getHeight()).isEqualTo(expected.getHeight());
    for (int y = 0; y < expected.getHeight(); y++) {
      for (int x = 0; x < expected.getWidth(); x++) {
        assertThat(actual.getRGB(x, y)).as("%d,%d", x, y).isEqualTo(expected.getRGB(x, y));
      }
    }
  }

  @Test
  void whatTheFrameLeavesFreeIsTransparent() throws IOException {
    for (int entries : new int[] {2, 4, 16, 256}) {
      int bits = Math.max(2, Integer.numberOfTrailingZeros(entries));
      byte[] palette = GifFile.grays(entries);
      int[] indices = {1, 0, 1, 0};
      byte[] file = new GifFile(5, 4, palette).frame(2, 1, 2, 2, indices, bits).end();
      BufferedImage image = Rebuild.gif(file).image();
      int one = 0xff000000 | (255 / (entries - 1)) * 0x010101;
      for (int y = 0; y < 4; y++) {
        for (int x = 0; x < 5; x++) {
          boolean inside = x >= 2 && x < 4 && y >= 1 && y < 3;
          int expected = !inside ? 0 : x == 2 ? one : 0xff000000;
          int actual = image.getRGB(x, y);
          assertThat(actual >>> 24 == 0 ? 0 : actual).as("%d,%d", x, y).isEqualTo(expected);
        }
      }
    }
  }

  @Test
  void transparentColourStaysTransparent() throws IOException {
    byte[] file =
        new GifFile(2, 2, GifFile.grays(4)).transparent(2).frame(0, 0, 2, 2, FOUR, 2).end();
    BufferedImage image = Rebuild.gif(file).image();
    assertThat(image.getRGB(0, 0)).isEqualTo(0xff000000);
    assertThat(image.getRGB(0, 1) >>> 24).isZero();
    assertThat(image.getRGB(1, 1)).isEqualTo(0xffffffff);
  }

  @Test
  void paletteOfTheFrameGoesBeforeThatOfTheScreen() throws IOException {
    byte[] file =
        new GifFile(2, 2, GifFile.grays(4))
            .descriptor(0, 0, 2, 2, 0x80)
            .raw(new byte[] {1, 2, 3, 4, 5, 6})
            .data(2, GifFile.codes(new int[] {0, 1, 1, 0}, 2, true))
            .end();
    assertThat(Rebuild.gif(file).image().getRGB(1, 0)).isEqualTo(0xff040506);
  }

  @Test
  void everythingBesideTheFirstFrameIsListed() throws IOException {
    byte[] file =
        new GifFile(2, 2, GifFile.grays(4))
            .repeats()
            .extension(0xfe, "comment")
            .frame(0, 0, 2, 2, FOUR, 2)
            .extension(0x01, "plain text")
            .u8(0x21)
            .u8(0xff)
            .u8(11)
            .text("XMP DataXMP")
            .blocks(new byte[300])
            .frame(0, 0, 2, 2, FOUR, 2)
            .frame(0, 0, 1, 1, new int[1], 2)
            .u8(0x3b)
            .text("PK\3\4")
            .open();
    assertThat(Rebuild.gif(file).removed())
        .isEqualTo(
            Map.of(
                Removal.Kind.IMAGE_METADATA, 3L,
                Removal.Kind.ANIMATION, 2L,
                Removal.Kind.TRAILING_DATA, 1L));
  }

  @Test
  void oneFrameThatWouldRepeatIsClean() throws IOException {
    byte[] file = new GifFile(2, 2, GifFile.grays(4)).repeats().frame(0, 0, 2, 2, FOUR, 2).end();
    assertThat(Rebuild.gif(file).removed()).isEmpty();
  }

  @Test
  void dataHiddenBehindThePixelsIsListed() throws IOException {
    byte[] codes = GifFile.codes(FOUR, 2, true);
    byte[] longer = java.util.Arrays.copyOf(codes, codes.length + 9);
    byte[] file =
        new GifFile(2, 2, GifFile.grays(4)).descriptor(0, 0, 2, 2, 0).data(2, longer).end();
    assertThat(Rebuild.gif(file).removed()).containsOnlyKeys(Removal.Kind.TRAILING_DATA);
  }

  @Test
  void missingEndCodeIsForgiven() throws IOException {
    byte[] codes = GifFile.codes(new int[16], 2, false);
    byte[] file =
        new GifFile(4, 4, GifFile.grays(4)).descriptor(0, 0, 4, 4, 0).data(2, codes).end();
    assertThat(Rebuild.gif(file).removed()).isEmpty();
  }
}
