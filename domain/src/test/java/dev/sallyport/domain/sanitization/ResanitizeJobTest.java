package dev.sallyport.domain.sanitization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.sanitization.ResanitizeJob.State;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResanitizeJobTest {
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final ResanitizeScope SCOPE = new ResanitizeScope(NOW.minusSeconds(60), NOW, true);
  private static final ResanitizeJob STARTED =
      ResanitizeJob.started(new ResanitizeJobId(new UUID(1, 1)), new Subject("ann"), SCOPE, NOW);

  @Test
  void aPageAddsUpAndMovesTheCursor() {
    ResanitizeCounts page = new ResanitizeCounts(1, 2, 3, 1);
    ResanitizeJob moved =
        STARTED
            .timedOut()
            .advance(page, Optional.of("a"), NOW.plusSeconds(1))
            .advance(page, Optional.of("b"), NOW.plusSeconds(2));
    assertThat(moved.counts()).isEqualTo(new ResanitizeCounts(2, 4, 6, 2));
    assertThat(moved.counts().seen()).isEqualTo(12);
    assertThat(moved.cursor()).contains("b");
    assertThat(moved.timeouts()).isZero();
    assertThat(moved.movedAt()).isEqualTo(NOW.plusSeconds(2));
    assertThat(moved.revision()).isEqualTo(4);
    assertThat(moved.isRunning()).isTrue();
  }

  @Test
  void theLastPageIsTheEnd() {
    ResanitizeJob done = STARTED.advance(ResanitizeCounts.NONE, Optional.empty(), NOW);
    assertThat(done.state()).isEqualTo(new State.Done(NOW));
    assertThatIllegalStateException().isThrownBy(done::timedOut);
    assertThatIllegalStateException().isThrownBy(() -> STARTED.fail(NOW).fail(NOW));
  }

  @Test
  void theScopeCoversOtherRulesOrAll() {
    assertThat(SCOPE.covers(SanitizerVersion.CURRENT)).isFalse();
    assertThat(SCOPE.covers(new SanitizerVersion("0"))).isTrue();
    assertThat(new ResanitizeScope(NOW, NOW, false).covers(SanitizerVersion.CURRENT)).isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ResanitizeScope(NOW.plusNanos(1), NOW, false));
  }

  @Test
  void noMoreIsRetractedThanChanged() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ResanitizeCounts(0, 1, 0, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> new ResanitizeCounts(-1, 1, 0, 0));
  }
}
