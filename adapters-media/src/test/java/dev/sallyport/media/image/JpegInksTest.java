package dev.sallyport.media.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class JpegInksTest {
  private static final int WIDTH = 24;
  private static final int HEIGHT = 16;

  /** Returns a JPEG of one colour in four components that nothing explains. */
  private static byte[] flat(int... pixel) throws IOException {
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 4, null);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      raster.setPixel(i % WIDTH, i / WIDTH, pixel);
    }
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(raster, null, null), null);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static byte[] adobe(byte[] file, int transform) {
    byte[] data = Arrays.copyOf("Adobe".getBytes(StandardCharsets.US_ASCII), 12);
    data[6] = 100;
    data[11] = (byte) transform;
    return JpegFile.afterStart(file, JpegFile.segment(0xee, data));
  }

  private static void assertShows(byte[] file, int red, int green, int blue) throws IOException {
    Rebuild rebuild = Rebuild.jpeg(file);
    assertThat(rebuild.removed()).isEmpty();
    assertThat(rebuild.image().getWidth()).isEqualTo(WIDTH);
    assertThat(rebuild.image().getHeight()).isEqualTo(HEIGHT);
    int found = rebuild.image().getRGB(WIDTH - 1, HEIGHT - 1);
    assertThat(found >> 16 & 255).as("red").isCloseTo(red, Offset.offset(6));
    assertThat(found >> 8 & 255).as("green").isCloseTo(green, Offset.offset(6));
    assertThat(found & 255).as("blue").isCloseTo(blue, Offset.offset(6));
  }

  @Test
  void inksTakeLightAway() throws IOException {
    assertShows(flat(0, 0, 0, 0), 255, 255, 255);
    assertShows(flat(0, 0, 0, 255), 0, 0, 0);
    assertShows(flat(255, 0, 100, 0), 0, 255, 155);
    assertShows(flat(0, 128, 0, 128), 127, 64, 127);
  }

  @Test
  void inksOfAdobeAreInverted() throws IOException {
    assertShows(adobe(flat(255, 255, 255, 255), 0), 255, 255, 255);
    assertShows(adobe(flat(255, 128, 0, 255), 0), 255, 128, 0);
    assertShows(adobe(flat(255, 128, 0, 128), 0), 128, 64, 0);
  }

  @Test
  void lumaAndChromaOfInksAreUnderstood() throws IOException {
    assertShows(adobe(flat(0, 128, 128, 255), 2), 255, 255, 255);
    assertShows(adobe(flat(255, 128, 128, 255), 2), 0, 0, 0);
    assertShows(adobe(flat(105, 128, 198, 255), 2), 52, 200, 150);
  }

  @Test
  void inksComeOutUpright() throws IOException {
    byte[] file = JpegFile.afterStart(flat(255, 0, 100, 0), JpegFile.exif(6, true));
    Rebuild rebuild = Rebuild.jpeg(file);
    assertThat(rebuild.image().getWidth()).isEqualTo(HEIGHT);
    assertThat(rebuild.image().getRGB(0, WIDTH - 1) & 255).isCloseTo(155, Offset.offset(6));
  }
}
