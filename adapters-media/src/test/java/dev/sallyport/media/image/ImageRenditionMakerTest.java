package dev.sallyport.media.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.profile.port.Rendition;
import dev.sallyport.application.profile.port.RenditionMaker;
import dev.sallyport.application.profile.port.RenditionMaker.Made;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.contract.profile.RenditionMakerContract;
import dev.sallyport.contract.sanitization.BytesContent;
import dev.sallyport.domain.profile.RenditionSize;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.media.rebuild.Pace;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageRenditionMakerTest implements RenditionMakerContract {
  private static final RenditionSize LARGEST = RenditionSize.AVATAR.getFirst();

  @Override
  public RenditionMaker maker() {
    return new ImageRenditionMaker(Rebuild.BUDGET, SanitizationPolicy.defaults());
  }

  private static Deadline deadline() {
    return Deadline.after(Duration.ofMinutes(1), Clock.systemUTC());
  }

  private List<Rendition> make(byte[] file, FileType type) throws IOException {
    Made made = maker().make(new BytesContent(file), type, RenditionSize.AVATAR, deadline());
    assertThat(made).isInstanceOf(Made.Done.class);
    return ((Made.Done) made).renditions();
  }

  @ParameterizedTest
  @CsvSource({"70,50", "2400,2200"})
  void everyOrientationComesOutUpright(int width, int height) throws IOException {
    byte[] stored =
        JpegFile.encode(JpegFile.quarters(width, height, BufferedImage.TYPE_INT_RGB), false);
    for (int orientation = 1; orientation <= 8; orientation++) {
      byte[] file = JpegFile.afterStart(stored, JpegFile.exif(orientation, true));
      Integer[][] corners = Turn.upright(corners(Rebuild.decode(stored)), orientation);
      for (Rendition rendition : make(file, FileType.JPEG)) {
        assertSameColours(corners(ImageIO.read(rendition.open())), corners);
      }
    }
  }

  private static Integer[][] corners(BufferedImage image) {
    int right = image.getWidth() * 4 / 5;
    int bottom = image.getHeight() * 4 / 5;
    int left = image.getWidth() / 5;
    int top = image.getHeight() / 5;
    return new Integer[][] {
      {image.getRGB(left, top), image.getRGB(right, top)},
      {image.getRGB(left, bottom), image.getRGB(right, bottom)}
    };
  }

  private static void assertSameColours(Integer[][] found, Integer[][] expected) {
    for (int i = 0; i < 4; i++) {
      Color one = new Color(found[i / 2][i % 2]);
      Color other = new Color(expected[i / 2][i % 2]);
      int off =
          Math.abs(one.getRed() - other.getRed())
              + Math.abs(one.getGreen() - other.getGreen())
              + Math.abs(one.getBlue() - other.getBlue());
      assertThat(off).as("corner %s", i).isLessThan(30);
    }
  }

  @Test
  void nothingButPixelsIsInTheFiles() throws IOException {
    byte[] file = Rebuild.resource("photos/landscape-orientation-6.jpg");
    for (Rendition rendition : make(file, FileType.JPEG)) {
      byte[] bytes = rendition.open().readAllBytes();
      assertThat(JpegFile.markers(bytes)).isSubsetOf(0xe0, 0xdb, 0xc0, 0xc4, 0xda);
      assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    }
  }

  /** Beyond 45 dB nobody tells two pictures apart. */
  @ParameterizedTest
  @ValueSource(ints = {2100, 4200, 6300})
  void reducedDecodingLosesNothingThatCanBeSeen(int side) throws IOException {
    byte[] file = JpegFile.encode(enlarged(side, BufferedImage.TYPE_3BYTE_BGR), false);
    Picture reduced =
        new JpegPicture(Rebuild.BUDGET, new JpegCodec(), policy())
            .make(new BytesContent(file), LARGEST, deadline());
    BufferedImage whole = ImageIO.read(new ByteArrayInputStream(file));
    byte[] samples = ((DataBufferByte) whole.getRaster().getDataBuffer()).getData();
    ImagePlane plane = ImagePlane.whole(samples, whole.getWidth(), whole.getHeight(), 3);
    Crop crop = Crop.middle(whole.getWidth(), whole.getHeight(), LARGEST);
    Picture full =
        Picture.ofBgr(LARGEST, Resampler.resize(plane, crop, LARGEST, new Pace(deadline())));
    assertThat(likeness(reduced.samples(), full.samples())).isGreaterThan(45);
  }

  /** Returns the peak signal-to-noise ratio in decibels. */
  private static double likeness(byte[] one, byte[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      double off = (one[i] & 0xff) - (other[i] & 0xff);
      sum += off * off;
    }
    return 10 * Math.log10(255.0 * 255 * one.length / sum);
  }

  private static byte[] png(BufferedImage image) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, "png", bytes);
    return bytes.toByteArray();
  }

  private static SanitizationPolicy policy() {
    return SanitizationPolicy.defaults();
  }

  private static BufferedImage enlarged(int side, int type) throws IOException {
    BufferedImage photo = Rebuild.decode(Rebuild.resource("photos/landscape-orientation-6.jpg"));
    BufferedImage image = new BufferedImage(side, side * 2 / 3, type);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(photo, 0, 0, side, side * 2 / 3, null);
    graphics.dispose();
    return image;
  }

  @Test
  void fineLinesTurnGray() throws IOException {
    BufferedImage lines = new BufferedImage(2500, 2500, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < 2500; y++) {
      for (int x = 0; x < 2500; x++) {
        lines.setRGB(x, y, x % 2 == 0 ? 0xffffff : 0);
      }
    }
    for (byte[] file : List.of(JpegFile.encode(lines, false), png(lines))) {
      FileType type = file[0] == (byte) 0xff ? FileType.JPEG : FileType.PNG;
      for (Rendition rendition : make(file, type)) {
        BufferedImage image = ImageIO.read(rendition.open());
        for (int x = 4; x < image.getWidth() - 4; x++) {
          int gray = image.getRGB(x, image.getHeight() / 2) & 255;
          assertThat(gray).isBetween(120, 135);
        }
      }
    }
  }

  @Test
  void grayAndProgressiveAndRgbAreUnderstood() throws IOException {
    BufferedImage quarters = JpegFile.quarters(2400, 2200, BufferedImage.TYPE_INT_RGB);
    Integer[][] expected = corners(quarters);
    for (byte[] file : List.of(JpegFile.encode(quarters, true), JpegFile.encodeRgb(quarters))) {
      assertSameColours(
          corners(ImageIO.read(make(file, FileType.JPEG).getFirst().open())), expected);
    }
    BufferedImage gray = JpegFile.quarters(2400, 2200, BufferedImage.TYPE_BYTE_GRAY);
    BufferedImage small =
        ImageIO.read(make(JpegFile.encode(gray, false), FileType.JPEG).getFirst().open());
    assertThat(small.getRaster().getNumBands()).isEqualTo(1);
    for (int[] at : new int[][] {{1, 1}, {3, 1}, {1, 3}, {3, 3}}) {
      int found = small.getRaster().getSample(small.getWidth() * at[0] / 4, 128 * at[1], 0);
      int wanted = gray.getRaster().getSample(600 * at[0], 550 * at[1], 0);
      assertThat(Math.abs(found - wanted)).isLessThan(8);
    }
  }

  @Test
  void everyKindOfPngIsUnderstood() throws IOException {
    for (int type :
        new int[] {
          BufferedImage.TYPE_BYTE_BINARY,
          BufferedImage.TYPE_BYTE_GRAY,
          BufferedImage.TYPE_BYTE_INDEXED,
          BufferedImage.TYPE_3BYTE_BGR,
          BufferedImage.TYPE_4BYTE_ABGR
        }) {
      BufferedImage image = new BufferedImage(1200, 1100, type);
      Graphics2D graphics = image.createGraphics();
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, 600, 1100);
      graphics.setColor(Color.BLACK);
      graphics.fillRect(600, 0, 600, 1100);
      graphics.dispose();
      BufferedImage small = ImageIO.read(make(png(image), FileType.PNG).getFirst().open());
      assertThat(small.getRGB(128, 256) & 255).as("type %s", type).isGreaterThan(250);
      assertThat(small.getRGB(384, 256) & 255).as("type %s", type).isLessThan(5);
    }
  }

  @Test
  void interlacedPngIsRefused() throws IOException {
    byte[] data = PngFile.deflated(PngFile.lines(new int[8][8][1], 8, true));
    byte[] file = new PngFile().header(8, 8, 8, 0, 1).chunk("IDAT", data).end();
    assertThat(maker().make(new BytesContent(file), FileType.PNG, RenditionSize.AVATAR, deadline()))
        .isEqualTo(new Made.Unfit(ReasonCode.UNSUPPORTED_TYPE));
  }

  @Test
  void brokenCodesAreRefusedOrShowSomethingButNeverFail() throws IOException {
    byte[] file = JpegFile.encode(JpegFile.quarters(2400, 2200, BufferedImage.TYPE_INT_RGB), false);
    int data = JpegFile.find(file, JpegFile.SOS) + 20;
    Random random = new Random(5);
    for (int i = 0; i < 30; i++) {
      byte[] broken = file.clone();
      for (int j = 0; j < 20; j++) {
        broken[data + random.nextInt(file.length - data - 2)] = (byte) random.nextInt(255);
      }
      assertThat(
              maker()
                  .make(new BytesContent(broken), FileType.JPEG, RenditionSize.AVATAR, deadline()))
          .isInstanceOf(Made.class);
    }
  }
}
