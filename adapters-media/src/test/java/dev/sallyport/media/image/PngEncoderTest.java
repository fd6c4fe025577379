package dev.sallyport.media.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.Deflater;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PngEncoderTest {
  private static final byte[] NOTHING = {};

  @ParameterizedTest
  @CsvSource({"1, 1", "1, 700", "2, 3", "300, 1", "313, 900", "1500, 300"})
  void pixelsComeOutAsTheyWentInWhetherCalmOrNoisyOrBothInTurn(int width, int height)
      throws IOException {
    byte[][] rows = new byte[height][];
    for (int y = 0; y < height; y++) {
      rows[y] = y / 120 % 2 == 0 ? calm(width, y) : noisy(width, y);
    }
    assertSame(rows, width, encode(rows, width));
  }

  @Test
  void noiseInTheMiddleCostsNoMoreThanOnItsOwn() throws IOException {
    byte[][] noise = new byte[300][];
    byte[][] between = new byte[900][];
    for (int y = 0; y < 900; y++) {
      between[y] = y / 300 == 1 ? noisy(800, y) : calm(800, y);
      noise[y % 300] = noisy(800, 300 + y % 300);
    }
    assertThat(encode(between, 800).length).isLessThan(encode(noise, 800).length + 20_000);
  }

  @Test
  void photographIsSmallerThanWithTheSmallestSumOfDifferences() throws IOException {
    byte[] photograph = Rebuild.resource("photos/landscape-orientation-6.jpg");
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(photograph));
    byte[][] rows = new byte[500][];
    for (int y = 0; y < rows.length; y++) {
      rows[y] = row(image, y);
    }
    assertThat(encode(rows, image.getWidth()).length).isLessThan(bySmallestSum(rows));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void everyFilterIsUndone(int filter) throws IOException {
    Random random = new Random(filter);
    byte[] row = new byte[3 * 64];
    byte[] above = new byte[3 * 64];
    for (int round = 0; round < 200; round++) {
      random.nextBytes(row);
      random.nextBytes(above);
      // Equal neighbours decide which of equal guesses is taken.
      row[6] = row[3];
      above[6] = row[3];
      byte[] filtered = new byte[row.length + 1];
      PngFilter.apply(filter, row, above, 3, row.length, filtered);
      assertThat(filtered[0]).isEqualTo((byte) filter);
      byte[] undone = new byte[row.length];
      System.arraycopy(filtered, 1, undone, 0, row.length);
      PngFilter.reverse(filter, undone, above, 3);
      assertThat(undone).isEqualTo(row);
    }
  }

  private static byte[] calm(int width, int y) {
    byte[] row = new byte[3 * width];
    for (int x = 0; x < width; x++) {
      row[3 * x] = (byte) (x / 40 * 7);
      row[3 * x + 1] = (byte) (y / 30 * 11);
    }
    return row;
  }

  /** A slope under grain, the same for a row each time. */
  private static byte[] noisy(int width, int y) {
    Random random = new Random(y);
    byte[] row = new byte[3 * width];
    for (int i = 0; i < row.length; i++) {
      row[i] = (byte) (60 + 40 * Math.sin(i / 300.0) + y / 9.0 + random.nextInt(14));
    }
    return row;
  }

  private static byte[] encode(byte[][] rows, int width) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    PngHeader header = new PngHeader(width, rows.length, 8, PngHeader.RGB, false);
    try (PngEncoder encoder = new PngEncoder(header, file)) {
      encoder.begin(NOTHING, NOTHING);
      for (byte[] row : rows) {
        encoder.row(row);
      }
      encoder.finish();
    }
    return file.toByteArray();
  }

  private static int bySmallestSum(byte[][] rows) {
    byte[] above = new byte[rows[0].length];
    byte[] packed = new byte[rows.length * (above.length + 100)];
    try (Deflater deflater = new Deflater(3)) {
      int size = 0;
      for (byte[] row : rows) {
        byte[] best = {};
        long least = Long.MAX_VALUE;
        for (int filter = 0; filter < PngFilter.COUNT; filter++) {
          byte[] filtered = new byte[row.length + 1];
          PngFilter.apply(filter, row, above, 3, row.length, filtered);
          long sum = 0;
          for (int i = 1; i < filtered.length; i++) {
            sum += Math.abs(filtered[i]);
          }
          if (sum < least) {
            least = sum;
            best = filtered;
          }
        }
        deflater.setInput(best);
        size += deflater.deflate(packed, size, packed.length - size);
        above = row;
      }
      deflater.finish();
      return size + deflater.deflate(packed, size, packed.length - size);
    }
  }

  private static void assertSame(byte[][] rows, int width, byte[] file) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(file));
    assertThat(image.getWidth()).isEqualTo(width);
    assertThat(image.getHeight()).isEqualTo(rows.length);
    for (int y = 0; y < rows.length; y++) {
      assertThat(row(image, y)).as("row %s", y).isEqualTo(rows[y]);
    }
  }

  private static byte[] row(BufferedImage image, int y) {
    byte[] row = new byte[3 * image.getWidth()];
    for (int x = 0; x < image.getWidth(); x++) {
      int rgb = image.getRGB(x, y);
      row[3 * x] = (byte) (rgb >> 16);
      row[3 * x + 1] = (byte) (rgb >> 8);
      row[3 * x + 2] = (byte) rgb;
    }
    return row;
  }
}
