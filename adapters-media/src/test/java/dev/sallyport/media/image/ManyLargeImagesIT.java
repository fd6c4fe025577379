package dev.sallyport.media.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.fixtures.Effort;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise that memory in flight is bounded by weight, kept by a process with a small heap. */
class ManyLargeImagesIT {
  private static final int WIDTH = 8_000;
  private static final int HEIGHT = 6_250;

  /**
   * Many times what the heap could hold at once. An idle machine of two cores needs 80 seconds for
   * the 64.
   */
  private static final int COUNT = Effort.of(64, 16);

  private static final int MINUTES = 10;

  @TempDir private Path folder;

  @Test
  void manyImagesOfFiftyMegapixelsFinishInA512MebibyteHeap() throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "-Djava.awt.headless=true"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ManyLargeImages.class.getName());
    command.addAll(List.of(Integer.toString(COUNT), jpeg().toString(), png().toString()));
    Path log = folder.resolve("log");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).as("ended in time").isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(Files.readString(log)).contains(COUNT + " of " + COUNT).contains("all done");
    assertThat(process.exitValue()).isZero();
  }

  private Path jpeg() throws IOException {
    Path file = folder.resolve("large.jpg");
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
    assertThat(ImageIO.write(image, "jpeg", file.toFile())).isTrue();
    return file;
  }

  /** Writes rows of zeros, one IDAT chunk, to a file and never holds the pixels. */
  private Path png() throws IOException {
    Path data = folder.resolve("large.idat");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(data));
        DeflaterOutputStream deflated = new DeflaterOutputStream(out, new Deflater(1))) {
      byte[] row = new byte[1 + 3 * WIDTH];
      for (int y = 0; y < HEIGHT; y++) {
        deflated.write(row);
      }
    }
    Path file = folder.resolve("large.png");
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      out.write(
          new PngFile()
              .header(WIDTH, HEIGHT, 8, PngHeader.RGB, 0)
              .chunk("IDAT", Files.readAllBytes(data))
              .end());
    }
    return file;
  }
}
