package dev.sallyport.benchmarks.avatar;

import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.benchmarks.frame.Project;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * A photograph of 12 megapixels as a telephone held upright takes it: lying on its side, with a
 * note that says so. The scene is a real one of the examples, enlarged, under the grain of a
 * sensor.
 */
final class Photograph {
  private static final int WIDTH = 4000;
  private static final int HEIGHT = 3000;
  private static final double GRAIN = 5;

  /** About what cameras use: files of 3 to 4 MB. */
  private static final float QUALITY = 0.92f;

  /** An Exif segment that holds nothing but orientation 6 (Exif 2.32, 4.6.4 A). */
  private static final byte[] ORIENTATION = {
    (byte) 0xff,
    (byte) 0xe1,
    0,
    34,
    'E',
    'x',
    'i',
    'f',
    0,
    0,
    'M',
    'M',
    0,
    42,
    0,
    0,
    0,
    8,
    0,
    1,
    1,
    0x12,
    0,
    3,
    0,
    0,
    0,
    1,
    0,
    6,
    0,
    0,
    0,
    0,
    0,
    0
  };

  private Photograph() {}

  /** Returns the file, the same in each run. */
  static byte[] file(Project project) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = image.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.rotate(-Math.PI / 2);
    graphics.drawImage(scene(project), -HEIGHT, 0, HEIGHT, WIDTH, null);
    graphics.dispose();
    byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    Random random = new Random(12);
    for (int i = 0; i < samples.length; i++) {
      int value = (samples[i] & 0xff) + (int) Math.round(random.nextGaussian() * GRAIN);
      samples[i] = (byte) Math.clamp(value, 0, 255);
    }
    byte[] plain = AvatarProcess.encoded(image, QUALITY);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.write(plain, 0, 2);
    file.writeBytes(ORIENTATION);
    file.write(plain, 2, plain.length - 2);
    return file.toByteArray();
  }

  private static BufferedImage scene(Project project) {
    try {
      return ImageIO.read(
          project
              .root()
              .resolve("examples")
              .resolve("evidence")
              .resolve("landscape-orientation-6.jpg")
              .toFile());
    } catch (IOException e) {
      throw new BenchmarkFailedException("a photograph of the examples is missing", e);
    }
  }
}
