package dev.sallyport.contract.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.application.profile.port.Rendition;
import dev.sallyport.application.profile.port.RenditionMaker;
import dev.sallyport.application.profile.port.RenditionMaker.Made;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.contract.sanitization.BytesContent;
import dev.sallyport.domain.profile.RenditionSize;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What every {@link RenditionMaker} keeps. */
public interface RenditionMakerContract {
  /** Returns the maker under test. */
  RenditionMaker maker();

  @Test
  default void everySizeIsMadeFromTheMiddle() throws IOException {
    for (List<RenditionSize> sizes : List.of(RenditionSize.AVATAR, RenditionSize.BANNER)) {
      List<Rendition> renditions = make(jpeg(thirds(900, 300)), FileType.JPEG, sizes);
      assertThat(renditions).extracting(Rendition::pixels).containsExactlyElementsOf(sizes);
      for (Rendition rendition : renditions) {
        assertThat(rendition.type()).isEqualTo(FileType.JPEG);
        BufferedImage image = image(rendition);
        assertThat(image.getWidth()).isEqualTo(rendition.pixels().width());
        assertThat(image.getHeight()).isEqualTo(rendition.pixels().height());
        assertNear(image, 0.5, 0.5, Color.GREEN);
        boolean square = sizes.equals(RenditionSize.AVATAR);
        assertNear(image, 0.1, 0.5, square ? Color.GREEN : Color.RED);
        assertNear(image, 0.9, 0.5, square ? Color.GREEN : Color.BLUE);
      }
    }
  }

  @Test
  default void whatIsTooSmallIsEnlarged() throws IOException {
    List<Rendition> renditions = make(jpeg(thirds(30, 10)), FileType.JPEG, RenditionSize.AVATAR);
    assertNear(image(renditions.getFirst()), 0.5, 0.5, Color.GREEN);
    assertThat(make(png(thirds(1, 1)), FileType.PNG, RenditionSize.AVATAR)).hasSize(3);
  }

  @Test
  default void transparencyIsKeptInPng() throws IOException {
    BufferedImage picture = new BufferedImage(80, 80, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, 40, 80);
    graphics.setColor(new Color(0, 0, 255, 128));
    graphics.fillRect(40, 0, 20, 80);
    graphics.dispose();
    for (Rendition rendition : make(png(picture), FileType.PNG, RenditionSize.AVATAR)) {
      assertThat(rendition.type()).isEqualTo(FileType.PNG);
      BufferedImage image = image(rendition);
      int side = image.getWidth();
      assertThat(new Color(image.getRGB(side / 4, side / 2), true)).isEqualTo(Color.RED);
      Color half = new Color(image.getRGB(side * 5 / 8, side / 2), true);
      assertThat(half.getAlpha()).isBetween(126, 130);
      assertThat(half.getBlue()).isGreaterThan(250);
      assertThat(half.getRed()).isLessThan(5);
      assertThat(image.getRGB(side - 1, side / 2) >>> 24).isZero();
    }
  }

  @Test
  default void alphaThatHidesNothingIsNotKept() throws IOException {
    BufferedImage picture = new BufferedImage(80, 80, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(Color.RED);
    graphics.fillRect(0, 0, 80, 80);
    graphics.dispose();
    assertThat(make(png(picture), FileType.PNG, RenditionSize.AVATAR))
        .extracting(Rendition::type)
        .containsOnly(FileType.JPEG);
  }

  @Test
  default void theSameContentGivesTheSameBytes() throws IOException {
    byte[] file = jpeg(thirds(900, 700));
    assertThat(make(file, FileType.JPEG, RenditionSize.AVATAR))
        .extracting(Rendition::sha256)
        .isEqualTo(
            make(file, FileType.JPEG, RenditionSize.AVATAR).stream()
                .map(Rendition::sha256)
                .toList());
  }

  @Test
  default void whatIsNoPictureIsUnfit() throws IOException {
    for (FileType type : FileType.values()) {
      Made made = attempt(new byte[] {'h', 'i'}, type, RenditionSize.AVATAR);
      assertThat(made).isInstanceOf(Made.Unfit.class);
      if (type != FileType.JPEG && type != FileType.PNG) {
        assertThat(made).isEqualTo(new Made.Unfit(ReasonCode.UNSUPPORTED_TYPE));
      }
    }
    byte[] file = jpeg(thirds(900, 700));
    assertThat(attempt(Arrays.copyOf(file, 900), FileType.JPEG, RenditionSize.AVATAR))
        .isInstanceOf(Made.Unfit.class);
  }

  @Test
  default void sizesAreOfOneShapeTheLargestFirst() throws IOException {
    byte[] file = jpeg(thirds(90, 70));
    for (List<RenditionSize> wrong :
        List.of(
            List.of(new RenditionSize(64, 64), new RenditionSize(256, 256)),
            List.of(new RenditionSize(64, 64), new RenditionSize(32, 16)))) {
      assertThatIllegalArgumentException().isThrownBy(() -> attempt(file, FileType.JPEG, wrong));
    }
  }

  private List<Rendition> make(byte[] file, FileType type, List<RenditionSize> sizes)
      throws IOException {
    Made made = attempt(file, type, sizes);
    assertThat(made).isInstanceOf(Made.Done.class);
    return ((Made.Done) made).renditions();
  }

  private Made attempt(byte[] file, FileType type, List<RenditionSize> sizes) throws IOException {
    Deadline deadline = Deadline.after(Duration.ofMinutes(1), Clock.systemUTC());
    return maker().make(new BytesContent(file), type, sizes, deadline);
  }

  private static BufferedImage image(Rendition rendition) throws IOException {
    try (InputStream in = rendition.open()) {
      return ImageIO.read(in);
    }
  }

  private static void assertNear(BufferedImage image, double x, double y, Color expected) {
    Color found =
        new Color(image.getRGB((int) (x * image.getWidth()), (int) (y * image.getHeight())));
    assertThat(Math.abs(found.getRed() - expected.getRed())).isLessThan(24);
    assertThat(Math.abs(found.getGreen() - expected.getGreen())).isLessThan(24);
    assertThat(Math.abs(found.getBlue() - expected.getBlue())).isLessThan(24);
  }

  /** Returns a red, a green and a blue third, from left to right. */
  private static BufferedImage thirds(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Color[] colours = {Color.RED, Color.GREEN, Color.BLUE};
    for (int x = 0; x < width; x++) {
      for (int y = 0; y < height; y++) {
        image.setRGB(x, y, colours[x * 3 / width].getRGB());
      }
    }
    return image;
  }

  private static byte[] jpeg(BufferedImage image) throws IOException {
    return written(image, "jpeg");
  }

  private static byte[] png(BufferedImage image) throws IOException {
    return written(image, "png");
  }

  private static byte[] written(BufferedImage image, String format) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }
}
