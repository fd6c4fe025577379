package dev.sallyport.media.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.report.HeatMap;
import dev.sallyport.domain.report.MappedArea;
import dev.sallyport.domain.report.MappedArea.Bin;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PngHeatMapPainterTest {
  private final PngHeatMapPainter painter = new PngHeatMapPainter();

  private static HeatMap map(int columns, int rows, Map<Bin, Long> counts) {
    return new HeatMap(new MappedArea("m", 0, 0, 1, 1, columns, rows), new TreeMap<>(counts));
  }

  private BufferedImage painted(HeatMap map) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(painter.png(map)));
  }

  @Test
  void everyBinIsASquareThatIsHotterTheMoreItCounts() throws IOException {
    BufferedImage image = painted(map(4, 2, Map.of(new Bin(0, 0), 1L, new Bin(3, 1), 1_000_000L)));
    assertThat(image.getWidth()).isEqualTo(1024);
    assertThat(image.getHeight()).isEqualTo(512);
    int none = image.getRGB(300, 0);
    int some = image.getRGB(255, 255);
    int most = image.getRGB(1023, 511);
    assertThat(image.getRGB(0, 0)).isEqualTo(some);
    assertThat(image.getRGB(768, 256)).isEqualTo(most);
    assertThat(brightness(none)).isLessThan(brightness(some));
    assertThat(brightness(some)).isLessThan(brightness(most));
  }

  private static int brightness(int rgb) {
    return ((rgb >> 16) & 0xff) + ((rgb >> 8) & 0xff) + (rgb & 0xff);
  }

  @Test
  void theLargestMapIsNoLargerThanTheSmallest() throws IOException {
    assertThat(painted(map(256, 256, Map.of())).getWidth()).isEqualTo(1024);
    assertThat(painted(map(1, 1, Map.of(new Bin(0, 0), Long.MAX_VALUE))).getWidth())
        .isEqualTo(1024);
    assertThat(painted(map(3, 256, Map.of())).getHeight()).isEqualTo(1024);
  }

  @Test
  void theSameCountsGiveTheSameBytes() {
    Map<Bin, Long> counts = Map.of(new Bin(1, 1), 7L, new Bin(0, 1), 3L);
    assertThat(painter.png(map(2, 2, counts))).isEqualTo(painter.png(map(2, 2, counts)));
  }
}
