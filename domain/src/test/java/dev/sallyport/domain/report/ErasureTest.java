package dev.sallyport.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.ErasedThing.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ErasureTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final ErasedThing THING = new ErasedThing(Kind.COMMENT, "one");
  private static final Erasure FIRST =
      new Erasure(
          new ReportId(new UUID(0, 1)),
          new ClientReportId(new UUID(0, 2)),
          List.of(),
          new Subject("ann"),
          NOW,
          Erasure.Phase.REPORT,
          List.of(),
          0,
          Optional.empty(),
          1);

  @Test
  void whatIsRemovedIsWrittenDownBefore() {
    Erasure planned = FIRST.plan(List.of(THING));
    assertThat(planned.pending()).containsExactly(THING);
    assertThat(planned.count()).isEqualTo(1);
    assertThatThrownBy(() -> planned.plan(List.of(THING)))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> planned.advance(NOW)).isInstanceOf(IllegalStateException.class);
    assertThat(planned.removed().pending()).isEmpty();
    assertThat(planned.removed().revision()).isEqualTo(3);
    assertThatThrownBy(FIRST::removed).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> FIRST.plan(Collections.nCopies(Erasure.MAX_PENDING + 1, THING)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyPhaseIsGoneThroughOnce() {
    Erasure erasure = FIRST;
    for (Erasure.Phase phase : Erasure.Phase.values()) {
      assertThat(erasure.phase()).isEqualTo(phase);
      assertThat(erasure.isRunning()).isTrue();
      erasure = erasure.advance(NOW);
    }
    assertThat(erasure.endedAt()).contains(NOW);
    Erasure ended = erasure;
    assertThatThrownBy(() -> ended.advance(NOW)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void reportsAreKeptForADayAtLeast() {
    assertThatThrownBy(() -> new RetentionPolicy(Optional.of(Duration.ofHours(23))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(RetentionPolicy.none().reports()).isEmpty();
  }

  @Test
  void aSearchNamesTheIdsThatStandInIt() {
    UUID one = new UUID(0x1234, 0x5678);
    UUID two = new UUID(0x9abc, 0xdef0);
    TreeMap<String, String> filters = new TreeMap<>();
    filters.put("report", "x" + " " + two.toString().toUpperCase(Locale.ROOT));
    assertThat(new RecentSearch("crash (" + one + ")", filters, NOW).names())
        .containsExactlyInAnyOrder(one, two);
    assertThat(new RecentSearch("f" + one, new TreeMap<>(), NOW).names()).isEmpty();
    assertThat(
            RecentSearches.none(new Subject("jane"))
                .with(new RecentSearch(one.toString(), new TreeMap<>(), NOW))
                .with(new RecentSearch("crash", new TreeMap<>(), NOW))
                .without(one)
                .searches())
        .extracting(RecentSearch::query)
        .containsExactly("crash");
  }
}
