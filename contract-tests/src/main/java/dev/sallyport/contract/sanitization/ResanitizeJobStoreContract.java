package dev.sallyport.contract.sanitization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.sanitization.port.ResanitizeJobStore;
import dev.sallyport.application.sanitization.port.ResanitizeJobStore.CreateOutcome;
import dev.sallyport.application.sanitization.port.ResanitizeJobStore.ReplaceOutcome;
import dev.sallyport.application.sanitization.port.VerdictChange;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.contract.fixtures.AttachmentSamples;
import dev.sallyport.contract.fixtures.Pages;
import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.sanitization.ResanitizeCounts;
import dev.sallyport.domain.sanitization.ResanitizeJob;
import dev.sallyport.domain.sanitization.ResanitizeJobId;
import dev.sallyport.domain.sanitization.ResanitizeScope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a store keeps of jobs that judge again. */
public interface ResanitizeJobStoreContract {
  /** When these tests happen. */
  Instant NOW = Instant.parse("2026-11-21T12:34:56.789Z");

  /** Returns an empty store, the same one within a test. */
  ResanitizeJobStore jobs();

  @Test
  default void findReturnsWhatWasCreated() {
    ResanitizeJobStore jobs = jobs();
    ResanitizeJob job = job(1);

    assertThat(jobs.find(job.id())).isEmpty();
    assertThat(jobs.create(job)).isEqualTo(new CreateOutcome.Created());
    assertThat(jobs.find(job.id())).contains(job);
    assertThat(jobs.changes(job.id(), 10, Optional.empty()).items()).isEmpty();
  }

  @Test
  default void createChangesNothingWhenTheIdExists() {
    ResanitizeJobStore jobs = jobs();
    ResanitizeJob job = job(1);
    jobs.create(job);
    ResanitizeJob moved = job.advance(counts(0), Optional.of("here"), NOW);
    jobs.replace(moved, List.of());

    assertThat(jobs.create(job)).isEqualTo(new CreateOutcome.Exists());
    assertThat(jobs.find(job.id())).contains(moved);
  }

  @Test
  default void everyStateComesBackAsItWasStored() {
    ResanitizeJobStore jobs = jobs();
    for (int number = 1; number <= 2; number++) {
      ResanitizeJob job = job(number);
      jobs.create(job);
      ResanitizeJob late = job.advance(counts(0), Optional.of("x/y"), NOW.plusNanos(1)).timedOut();
      jobs.replace(job.advance(counts(0), Optional.of("x/y"), NOW.plusNanos(1)), List.of());
      ResanitizeJob ended =
          number == 1 ? late.fail(NOW) : late.advance(counts(0), Optional.empty(), NOW);
      for (ResanitizeJob next : List.of(late, ended)) {
        assertThat(jobs.replace(next, List.of())).isEqualTo(new ReplaceOutcome.Replaced());
        assertThat(jobs.find(job.id())).contains(next);
      }
    }
  }

  @Test
  default void replaceIsStaleUnlessTheRevisionBeforeIsStored() {
    ResanitizeJobStore jobs = jobs();
    ResanitizeJob first = job(1);
    ResanitizeJob second = first.advance(counts(1), Optional.of("a"), NOW);
    ResanitizeJob third = second.advance(counts(1), Optional.of("b"), NOW);

    assertThat(jobs.replace(second, changes(1))).isEqualTo(new ReplaceOutcome.Stale());
    jobs.create(first);
    assertThat(jobs.replace(third, changes(1))).isEqualTo(new ReplaceOutcome.Stale());
    assertThat(jobs.replace(second, changes(1))).isEqualTo(new ReplaceOutcome.Replaced());
    assertThat(jobs.replace(second, changes(1))).isEqualTo(new ReplaceOutcome.Stale());

    assertThat(jobs.find(first.id())).contains(second);
    assertThat(jobs.changes(first.id(), 10, Optional.empty()).items()).isEqualTo(changes(1));
  }

  @Test
  default void racingReplacementsHaveOneWinnerWithItsChanges() {
    ResanitizeJobStore jobs = jobs();
    ResanitizeJob first = job(1);
    jobs.create(first);
    List<List<VerdictChange>> changes =
        IntStream.range(0, Race.THREADS).mapToObj(n -> samples(100 + n, 3)).toList();

    List<ReplaceOutcome> outcomes =
        Race.run(n ->
            jobs.replace(first.advance(counts(3), Optional.of("to" + n), NOW), changes.get(n)));

    assertThat(outcomes).containsOnlyOnce(new ReplaceOutcome.Replaced());
    int winner = outcomes.indexOf(new ReplaceOutcome.Replaced());
    assertThat(jobs.find(first.id()).flatMap(ResanitizeJob::cursor)).contains("to" + winner);
    assertThat(jobs.changes(first.id(), 10, Optional.empty()).items())
        .isEqualTo(changes.get(winner));
  }

  @Test
  default void changesAreListedInTheirOrderOverAllPages() {
    ResanitizeJobStore jobs = jobs();
    ResanitizeJob job = job(1);
    jobs.create(job);
    List<VerdictChange> all = new ArrayList<>();
    for (int size : new int[] {ResanitizeJobStore.MAX_CHANGES, 0, 7}) {
      List<VerdictChange> some = samples(size, size);
      job = job.advance(counts(size), Optional.of("on"), NOW);
      jobs.replace(job, some);
      all.addAll(some);
    }
    ResanitizeJobId id = job.id();
    for (int limit : new int[] {1, 19, 56, 57, 100}) {
      assertThat(Pages.all(limit, page -> jobs.changes(id, limit, page))).isEqualTo(all);
    }
    assertThat(jobs.changes(id, 57, Optional.empty()).next()).isEmpty();
    assertThat(jobs.changes(job(2).id(), 10, Optional.empty()).items()).isEmpty();
  }

  @Test
  default void tooManyChangesAreRefusedAndNothingIsStored() {
    ResanitizeJobStore jobs = jobs();
    ResanitizeJob job = job(1);
    jobs.create(job);
    int tooMany = ResanitizeJobStore.MAX_CHANGES + 1;
    ResanitizeJob next = job.advance(counts(tooMany), Optional.of("on"), NOW);

    assertThatThrownBy(() -> jobs.replace(next, changes(tooMany)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(jobs.find(job.id())).contains(job);
  }

  @Test
  default void thoseThatGoOnAreListedInTheOrderOfTheirStart() {
    ResanitizeJobStore jobs = jobs();
    List<ResanitizeJob> started = IntStream.rangeClosed(1, 7).mapToObj(n -> job(n)).toList();
    started.reversed().forEach(jobs::create);
    jobs.replace(started.get(2).fail(NOW), List.of());
    jobs.replace(started.get(4).advance(counts(0), Optional.empty(), NOW), List.of());
    List<ResanitizeJob> expected = Stream.of(0, 1, 3, 5, 6).map(started::get).toList();

    for (int limit : new int[] {1, 2, 5, 100}) {
      assertThat(Pages.all(limit, page -> jobs.running(limit, page))).isEqualTo(expected);
    }
  }

  @Test
  default void limitsOutOfRangeAndForeignTokensAreRefused() {
    ResanitizeJobStore jobs = jobs();
    ResanitizeJobId id = job(1).id();
    for (int limit : new int[] {0, 101}) {
      assertThatThrownBy(() -> jobs.running(limit, Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> jobs.changes(id, limit, Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (String text : new String[] {"nonsense", "-1", "\0"}) {
      Optional<PageToken> foreign = Optional.of(new PageToken(text));
      assertThatThrownBy(() -> jobs.running(1, foreign))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> jobs.changes(id, 1, foreign))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** Starts a second after the one with the number before. */
  private static ResanitizeJob job(int number) {
    Instant at = NOW.plusSeconds(number);
    return ResanitizeJob.started(
        new ResanitizeJobId(UUID.nameUUIDFromBytes(new byte[] {(byte) number})),
        new Subject("ann"),
        new ResanitizeScope(at.minusSeconds(100), at, number % 2 == 0),
        at);
  }

  private static ResanitizeCounts counts(int changed) {
    return new ResanitizeCounts(3, changed, 1, changed / 2);
  }

  private static List<VerdictChange> changes(int count) {
    return samples(1, count);
  }

  private static List<VerdictChange> samples(long seed, int count) {
    AttachmentSamples samples = new AttachmentSamples(new Random(seed));
    return Stream.generate(() ->
            new VerdictChange(
                samples.id(), samples.judgement().given(), samples.judgement().given()))
        .limit(count)
        .toList();
  }
}
