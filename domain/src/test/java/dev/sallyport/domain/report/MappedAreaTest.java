package dev.sallyport.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.domain.report.MappedArea.Bin;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MappedAreaTest {
  private static final MappedArea AREA = new MappedArea("m", -1, 0, 1, 1e300, 3, 256);

  @Test
  void everyPositionWithinBoundsHasABinThatHoldsIt() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      double x = random.nextDouble(-1, 1);
      double y = random.nextDouble(0, 1e300);
      Bin bin = AREA.binOf(new Position("m", x, y, 0)).orElseThrow();
      assertThat(bin.column()).as("seed %d", seed).isBetween(0, 2);
      assertThat(bin.row()).as("seed %d", seed).isBetween(0, 255);
    }
    assertThat(AREA.binOf(new Position("m", -1, 0, 0))).contains(new Bin(0, 0));
    assertThat(AREA.binOf(new Position("m", 1, 1e300, 0))).contains(new Bin(2, 255));
  }

  @Test
  void whatIsOutOfBoundsOrOfAnotherMapHasNone() {
    assertThat(AREA.binOf(new Position("m", Math.nextUp(1.0), 0, 0))).isEmpty();
    assertThat(AREA.binOf(new Position("m", 0, -Double.MIN_VALUE, 0))).isEmpty();
    assertThat(AREA.binOf(new Position("n", 0, 0, 0))).isEmpty();
  }

  @Test
  void otherBinsHaveAnotherKey() {
    assertThat(AREA.key())
        .hasSize(32)
        .isEqualTo(new MappedArea("m", -1, 0, 1, 1e300, 3, 256).key())
        .isNotEqualTo(new MappedArea("m", -1, 0, 1, 1e300, 3, 255).key())
        .isNotEqualTo(new MappedArea("m", -1, 0, 1.5, 1e300, 3, 256).key())
        .isNotEqualTo(new MappedArea("n", -1, 0, 1, 1e300, 3, 256).key());
  }

  @Test
  void areasThatMakeNoSenseAreRefused() {
    double huge = Double.MAX_VALUE;
    List<Runnable> wrong =
        List.of(
            () -> new MappedArea("m", 0, 0, 0, 1, 1, 1),
            () -> new MappedArea("m", 0, Double.NaN, 1, 1, 1, 1),
            () -> new MappedArea("m", -huge, 0, huge, 1, 1, 1),
            () -> new MappedArea("m", 0, 0, 1, 1, 257, 1),
            () -> new MappedArea("m", 0, 0, 1, 1, 1, 0),
            () -> new MappedArea(" ", 0, 0, 1, 1, 1, 1),
            () -> MappedAreas.of(List.of(AREA, AREA)));
    for (Runnable making : wrong) {
      assertThatThrownBy(making::run).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
