package dev.sallyport.media.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.contract.sanitization.ContentRebuilderContract;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.Removal;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebpRebuilderTest implements ContentRebuilderContract {
  private static final int WIDTH = WebpFile.WIDTH;
  private static final int HEIGHT = WebpFile.HEIGHT;

  @Override
  public ContentRebuilder rebuilder() {
    return new WebpRebuilder(Rebuild.BUDGET);
  }

  @Override
  public byte[] dirtySample() {
    return new WebpFile()
        .canvas(0x10, WIDTH, HEIGHT)
        .chunk("ALPH", WebpFile.alpha())
        .chunk("VP8 ", WebpFile.lossy())
        .chunk("XMP ", new byte[9])
        .riff();
  }

  @Override
  public FileType type() {
    return FileType.WEBP;
  }

  @Override
  public FileType rebuiltType() {
    return FileType.PNG;
  }

  @Override
  public ContentRebuilder rebuiltRebuilder() {
    return new PngRebuilder(Rebuild.BUDGET);
  }

  private static FileType type(Rebuild rebuild) {
    return ((Rebuilt.Done) rebuild.result()).type();
  }

  @Test
  void losslessPicturesComeOutAsPngOfTheSamePixels() throws IOException {
    Rebuild opaque = Rebuild.webp(new WebpFile().chunk("VP8L", WebpFile.lossless()).riff());
    Rebuild alpha = Rebuild.webp(new WebpFile().chunk("VP8L", WebpFile.losslessAlpha()).riff());
    Rebuild palette = Rebuild.webp(new WebpFile().chunk("VP8L", WebpFile.palette()).riff());
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        assertThat(opaque.image().getRGB(x, y)).isEqualTo(0xff000000 | WebpFile.colour(x, y));
        assertThat(alpha.image().getRGB(x, y))
            .isEqualTo(WebpFile.alpha(x) << 24 | WebpFile.colour(x, y));
        assertThat(palette.image().getRGB(x, y))
            .isEqualTo(0xff000000 | WebpFile.paletteColour(x, y));
      }
    }
    assertThat(type(opaque)).isEqualTo(FileType.PNG);
    assertThat(opaque.image().getColorModel().hasAlpha()).isFalse();
    assertThat(opaque.removed()).isEmpty();
    assertThat(alpha.removed()).isEmpty();
  }

  @Test
  void lossyPictureComesOutAsJpeg() throws IOException {
    Rebuild rebuild = Rebuild.webp(new WebpFile().chunk("VP8 ", WebpFile.lossy()).riff());
    assertThat(type(rebuild)).isEqualTo(FileType.JPEG);
    assertThat(rebuild.removed()).isEmpty();
    assertThat(difference(rebuild.image(), 0, 0)).isLessThan(6);
  }

  /** Returns the mean difference of a channel to the picture at a place. */
  private static double difference(BufferedImage image, int left, int top) {
    long sum = 0;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int found = image.getRGB(left + x, top + y);
        for (int shift = 0; shift < 24; shift += 8) {
          sum += Math.abs((found >> shift & 255) - (WebpFile.colour(x, y) >> shift & 255));
        }
      }
    }
    return sum / 3.0 / WIDTH / HEIGHT;
  }

  @Test
  void transparencyOfALossyPictureIsKept() throws IOException {
    byte[] raw = new byte[WIDTH * HEIGHT + 1];
    for (int i = 1; i < raw.length; i++) {
      raw[i] = (byte) WebpFile.alpha((i - 1) % WIDTH);
    }
    for (byte[] alpha : new byte[][] {WebpFile.alpha(), raw}) {
      Rebuild rebuild =
          Rebuild.webp(
              new WebpFile()
                  .canvas(0x10, WIDTH, HEIGHT)
                  .chunk("ALPH", alpha)
                  .chunk("VP8 ", WebpFile.lossy())
                  .riff());
      assertThat(type(rebuild)).isEqualTo(FileType.PNG);
      assertThat(rebuild.removed()).isEmpty();
      assertThat(difference(rebuild.image(), 0, 0)).isLessThan(6);
      for (int i = 0; i < WIDTH * HEIGHT; i++) {
        assertThat(rebuild.image().getRGB(i % WIDTH, i / WIDTH) >>> 24)
            .isEqualTo(WebpFile.alpha(i % WIDTH));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void filteredTransparencyIsUnderstood(int filter) throws IOException {
    int[][] alpha = new int[HEIGHT][WIDTH];
    byte[] raw = new byte[WIDTH * HEIGHT + 1];
    raw[0] = (byte) (filter << 2);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        alpha[y][x] = (x * 37 + y * y * 11) & 255;
        int left = x > 0 ? alpha[y][x - 1] : 0;
        int above = y > 0 ? alpha[y - 1][x] : 0;
        int corner = x > 0 && y > 0 ? alpha[y - 1][x - 1] : 0;
        int gradient = Math.max(0, Math.min(255, left + above - corner));
        int guess = new int[] {0, left, above, gradient}[filter];
        guess = y == 0 ? left : x == 0 ? above : guess;
        raw[1 + y * WIDTH + x] = (byte) (alpha[y][x] - guess);
      }
    }
    BufferedImage image =
        Rebuild.webp(
                new WebpFile()
                    .canvas(0x10, WIDTH, HEIGHT)
                    .chunk("ALPH", raw)
                    .chunk("VP8 ", WebpFile.lossy())
                    .riff())
            .image();
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      assertThat(image.getRGB(i % WIDTH, i / WIDTH) >>> 24).isEqualTo(alpha[i / WIDTH][i % WIDTH]);
    }
  }

  @Test
  void firstFrameOfAnAnimationStandsOnItsCanvas() throws IOException {
    WebpFile picture = new WebpFile().chunk("VP8L", WebpFile.lossless());
    Rebuild rebuild =
        Rebuild.webp(
            new WebpFile()
                .canvas(2, 40, 30)
                .animation()
                .frame(4, 6, WIDTH, HEIGHT, picture)
                .frame(0, 0, WIDTH, HEIGHT, picture)
                .frame(0, 0, WIDTH, HEIGHT, picture)
                .riff());
    assertThat(rebuild.removed()).isEqualTo(Map.of(Removal.Kind.ANIMATION, 2L));
    assertThat(rebuild.image().getWidth()).isEqualTo(40);
    assertThat(rebuild.image().getRGB(3, 6)).isZero();
    assertThat(difference(rebuild.image(), 4, 6)).isZero();
  }

  @Test
  void everyOrientationComesOutUpright() throws IOException {
    for (int orientation = 1; orientation <= 8; orientation++) {
      for (String name : new String[] {"VP8 ", "VP8L"}) {
        byte[] data = name.equals("VP8 ") ? WebpFile.lossy() : WebpFile.lossless();
        byte[] file =
            new WebpFile()
                .canvas(8, WIDTH, HEIGHT)
                .chunk(name, data)
                .chunk("EXIF", PngFile.exif(orientation, true))
                .riff();
        Rebuild rebuild = Rebuild.webp(file);
        BufferedImage image = rebuild.image();
        assertThat(image.getWidth()).isEqualTo(orientation < 5 ? WIDTH : HEIGHT);
        Integer[][] stored = new Integer[HEIGHT][WIDTH];
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
          stored[i / WIDTH][i % WIDTH] = WebpFile.colour(i % WIDTH, i / WIDTH);
        }
        Integer[][] upright = Turn.upright(stored, orientation);
        for (int y = 0; y < upright.length; y++) {
          for (int x = 0; x < upright[0].length; x++) {
            int found = image.getRGB(x, y);
            assertThat(Math.abs((found >> 16 & 255) - (upright[y][x] >> 16 & 255))).isLessThan(25);
            assertThat(Math.abs((found >> 8 & 255) - (upright[y][x] >> 8 & 255))).isLessThan(25);
          }
        }
        assertThat(rebuild.removed()).containsOnlyKeys(Removal.Kind.IMAGE_METADATA);
      }
    }
  }

  @Test
  void everythingBesideThePixelsIsListed() throws IOException {
    byte[] file =
        new WebpFile()
            .canvas(0x2c, WIDTH, HEIGHT)
            .chunk("ICCP", new byte[200])
            .chunk("VP8 ", WebpFile.lossy())
            .chunk("EXIF", PngFile.exif(1, false))
            .chunk("XMP ", new byte[30])
            .chunk("junk", new byte[3])
            .riff();
    file = Arrays.copyOf(file, file.length + 5);
    assertThat(Rebuild.webp(file).removed())
        .isEqualTo(
            Map.of(
                Removal.Kind.IMAGE_METADATA, 3L,
                Removal.Kind.COLOR_PROFILE, 1L,
                Removal.Kind.TRAILING_DATA, 1L));
  }
}
