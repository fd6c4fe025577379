package dev.sallyport.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.contract.fixtures.SequentialIds;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.crac.Core;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  /** More ids and secrets than a block of {@code SecureIdGenerator} holds, several times over. */
  private static final int DRAWS = 500;

  /** One of those that begin from the same snapshot: its ids stand where everybody's do. */
  private static final class Copy {
    final List<String> practised = new ArrayList<>();
    final FreshIds ids = new FreshIds(new SequentialIds());
    final Snapshot snapshot =
        Snapshot.registerIf(true, () -> practised.addAll(draw(ids, 3)), ids).orElseThrow();

    void take() {
      snapshot.beforeCheckpoint(Core.getGlobalContext());
    }

    void restore() {
      snapshot.afterRestore(Core.getGlobalContext());
    }
  }

  private static List<String> draw(IdGenerator ids, int count) {
    return IntStream.range(0, count)
        .mapToObj(_ -> ids.newId() + " " + HexFormat.of().formatHex(ids.newSecret(32)))
        .toList();
  }

  @Test
  void copiesThatAreNotRestoredGoOnAlike() {
    // What the hook is there for; and that the next test could fail.
    Copy one = new Copy();
    Copy other = new Copy();
    one.take();
    other.take();
    assertThat(one.practised).hasSize(3).isEqualTo(other.practised);
    assertThat(draw(one.ids, DRAWS)).isEqualTo(draw(other.ids, DRAWS));
  }

  @Test
  void copiesThatAreRestoredShareNoIdAndNoSecret() {
    List<String> drawn = new ArrayList<>();
    for (int copy = 0; copy < 4; copy++) {
      Copy one = new Copy();
      one.take();
      one.restore();
      draw(one.ids, DRAWS).forEach(both -> drawn.addAll(List.of(both.split(" ", 2))));
    }
    assertThat(drawn).hasSize(4 * 2 * DRAWS).doesNotHaveDuplicates();
  }

  @Test
  void nothingThatWasDrawnBeforeTheSnapshotComesAgain() {
    Copy copy = new Copy();
    List<String> before = draw(copy.ids, DRAWS);
    copy.take();
    copy.restore();
    assertThat(draw(copy.ids, DRAWS)).doesNotContainAnyElementsOf(before);
  }

  @Test
  void everyRestoreDrawsAnew() {
    Copy copy = new Copy();
    List<String> all = new ArrayList<>();
    for (int times = 0; times < 10; times++) {
      copy.restore();
      all.addAll(draw(copy.ids, 10));
    }
    assertThat(all).doesNotHaveDuplicates();
  }

  @Test
  void withoutASnapshotNobodyPractises() {
    FreshIds ids = new FreshIds();
    assertThat(
            Snapshot.registerIf(
                false,
                () -> {
                  throw new AssertionError("practised");
                },
                ids))
        .isEmpty();
  }
}
