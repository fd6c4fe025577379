package dev.sallyport.benchmarks.rebuild;

import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.benchmarks.frame.Project;
import dev.sallyport.benchmarks.sanitize.Samples;
import dev.sallyport.domain.sanitization.FileType;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/**
 * What is rebuilt, the same in each run.
 *
 * @param label what it shows
 * @param type of the file
 * @param bytes the file
 */
@SuppressWarnings("ArrayRecordComponent")
record Picture(String label, FileType type, byte[] bytes) {
  private static final int WIDTH = 1920;
  private static final int HEIGHT = 1080;

  /** As it is seen; the file has it lying on its side. */
  private static final int SCENE_WIDTH = 1800;

  /** Generates them. */
  static List<Picture> all(Project project) {
    return List.of(
        new Picture("12 MP JPEG", FileType.JPEG, Samples.photograph(new Random(12))),
        new Picture("1920x1080 PNG, program", FileType.PNG, Samples.screenshot(new Random(1))),
        new Picture("1920x1080 PNG, game", FileType.PNG, game(project)));
  }

  /**
   * A real scene of the examples, as a game would show it, under a few flat displays, pixel by
   * pixel.
   */
  private static byte[] game(Project project) {
    BufferedImage frame = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = frame.createGraphics();
    graphics.rotate(Math.PI / 2);
    graphics.drawImage(scene(project), 0, -SCENE_WIDTH, null);
    graphics.setTransform(new AffineTransform());
    graphics.setColor(Color.DARK_GRAY);
    graphics.fillRect(40, 960, 560, 80);
    graphics.fillRect(1600, 40, 280, 280);
    graphics.setColor(Color.ORANGE);
    graphics.fillRect(52, 972, 400, 56);
    graphics.drawOval(1620, 60, 240, 240);
    graphics.dispose();
    return Samples.write(frame, "png");
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
