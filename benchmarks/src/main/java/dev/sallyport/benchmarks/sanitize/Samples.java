package dev.sallyport.benchmarks.sanitize;

import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.benchmarks.frame.Project;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * What is sanitized: a mix of two real photographs and a generated one of 12 megapixels, two
 * screenshots, three logs; or large files only. What is generated is the same in each run.
 */
public final class Samples {
  private static final int PHOTO_WIDTH = 4000;
  private static final int PHOTO_HEIGHT = 3000;
  private static final int SCREEN_WIDTH = 1920;
  private static final int SCREEN_HEIGHT = 1080;
  private static final int MEBIBYTE = 1 << 20;
  private static final String JPEG = "image/jpeg";
  private static final String PNG = "image/png";
  private static final String TEXT = "text/plain";
  private static final List<String> LINES =
      List.of(
          "INFO  [render-%1$d] frame %2$d took %3$d us, %1$d draw calls",
          "DEBUG [net-%1$d] packet %2$d from 192.0.2.%1$d acknowledged after %3$d ms",
          "WARN  [assets] /home/player%1$d/games/maps/level%3$d.pak has no mip map %2$d",
          "INFO  [login] player%2$d@example.org joined session %3$d on map harbour",
          "ERROR [audio] buffer %2$d underrun, device=default, recovered in %3$d us",
          "DEBUG [http] GET /api/inventory/%2$d Authorization: Bearer sample%1$d%3$dsample -> 200");

  private Samples() {}

  /** Takes the photographs from the examples and generates the rest. */
  static List<Sample> mix(Project project) {
    Path evidence = project.root().resolve("examples").resolve("evidence");
    return List.of(
        new Sample("photograph", JPEG, read(evidence.resolve("landscape-orientation-6.jpg"))),
        new Sample("photograph", JPEG, read(evidence.resolve("portrait-orientation-3.jpg"))),
        new Sample("photograph", JPEG, photograph(new Random(12))),
        new Sample("screenshot", PNG, screenshot(new Random(1))),
        new Sample("screenshot", PNG, screenshot(new Random(2))),
        new Sample("log", TEXT, log(new Random(1), MEBIBYTE)),
        new Sample("log", TEXT, log(new Random(2), 5 * MEBIBYTE / 2)),
        new Sample("log", TEXT, log(new Random(3), 5 * MEBIBYTE)));
  }

  /** Generates six logs of 8 to 14 MiB and two photographs of 12 megapixels. */
  public static List<Sample> large() {
    return List.of(
        new Sample("log", TEXT, log(new Random(1), 8 * MEBIBYTE)),
        new Sample("log", TEXT, log(new Random(2), 9 * MEBIBYTE)),
        new Sample("photograph", JPEG, photograph(new Random(3))),
        new Sample("log", TEXT, log(new Random(4), 10 * MEBIBYTE)),
        new Sample("log", TEXT, log(new Random(5), 11 * MEBIBYTE)),
        new Sample("log", TEXT, log(new Random(6), 12 * MEBIBYTE)),
        new Sample("photograph", JPEG, photograph(new Random(7))),
        new Sample("log", TEXT, log(new Random(8), 14 * MEBIBYTE)));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new BenchmarkFailedException("a photograph of the examples is missing", e);
    }
  }

  /** Generates a photograph of 12 megapixels, as JPEG. */
  public static byte[] photograph(Random random) {
    return write(scene(random), "jpeg");
  }

  /** Generates a screenshot of 1920 x 1080 pixels, as PNG. */
  public static byte[] screenshot(Random random) {
    return write(screen(random), "png");
  }

  /** Writes an image with the JDK's writer of that format. */
  public static byte[] write(BufferedImage image, String format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.setUseCache(false);
      if (!ImageIO.write(image, format, bytes)) {
        throw new BenchmarkFailedException("this JDK writes no " + format);
      }
    } catch (IOException e) {
      throw new BenchmarkFailedException("an image could not be generated", e);
    }
    return bytes.toByteArray();
  }

  /** Slow waves under grain, which cost a decoder about what a real scene does. */
  private static BufferedImage scene(Random random) {
    BufferedImage image = new BufferedImage(PHOTO_WIDTH, PHOTO_HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < PHOTO_HEIGHT; y++) {
      for (int x = 0; x < PHOTO_WIDTH; x++) {
        int grain = random.nextInt(24);
        int red = wave(x, 311) + grain;
        int green = wave(x + y, 173) + grain;
        int blue = wave(y, 127) + grain;
        image.setRGB(x, y, red << 16 | green << 8 | blue);
      }
    }
    return image;
  }

  private static int wave(int at, int length) {
    return (int) (115 + 100 * Math.sin((double) at / length));
  }

  /** Panels and rows of marks as large as letters: flat areas with sharp edges. */
  private static BufferedImage screen(Random random) {
    BufferedImage image =
        new BufferedImage(SCREEN_WIDTH, SCREEN_HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    for (int panel = 0; panel < 24; panel++) {
      graphics.setColor(new Color(random.nextInt(1 << 24)));
      graphics.fillRect(
          random.nextInt(SCREEN_WIDTH),
          random.nextInt(SCREEN_HEIGHT),
          random.nextInt(600),
          random.nextInt(400));
    }
    for (int row = 8; row < SCREEN_HEIGHT - 16; row += 20) {
      graphics.setColor(new Color(random.nextInt(1 << 24)));
      for (int column = 8; column < SCREEN_WIDTH - 12; column += 9) {
        int mark = random.nextInt(5);
        graphics.fillRect(column, row + mark, 2, 12 - mark);
        graphics.drawLine(column, row + 2 * mark, column + mark + 2, row + 11);
      }
    }
    graphics.dispose();
    return image;
  }

  /** Lines of a game's log with things to redact in most of them, at least so many bytes. */
  static byte[] log(Random random, int size) {
    StringBuilder text = new StringBuilder(size + 200);
    for (int millis = 0; text.length() < size; millis += random.nextInt(40)) {
      int seconds = millis / 1000;
      text.append(
          String.format(
              Locale.ROOT,
              "2026-11-21T%02d:%02d:%02d.%03dZ ",
              seconds / 3600 % 24,
              seconds / 60 % 60,
              seconds % 60,
              millis % 1000));
      text.append(
          String.format(
              Locale.ROOT,
              LINES.get(random.nextInt(LINES.size())),
              random.nextInt(250),
              random.nextInt(100_000),
              random.nextInt(10_000)));
      text.append('\n');
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
