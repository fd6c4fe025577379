package dev.sallyport.contract.sla;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.application.sla.port.SlaErrorQuery;
import dev.sallyport.application.sla.port.SlaErrorStore;
import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.fixtures.Effort;
import dev.sallyport.contract.fixtures.Pages;
import dev.sallyport.domain.sla.Folder;
import dev.sallyport.domain.sla.SlaError;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a store keeps of its lists of SLA errors; they may lag. */
public interface SlaErrorListContract {
  /** The day on which most of these errors are accepted. */
  LocalDate DAY = LocalDate.parse("2026-11-21");

  /** Its first instant. */
  Instant MIDNIGHT = Instant.parse("2026-11-21T00:00:00Z");

  /** Where files wait. */
  List<Folder> FOLDERS = List.of(new Folder("/in/A"), new Folder("/in/B"), new Folder("C:\\in"));

  /** Opens an empty store. */
  SlaErrorStore open();

  @Test
  default void listsHoldWhatTheyAreAskedForEarliestFirst() {
    SlaErrorStore store = open();
    SlaSamples samples = new SlaSamples(11);
    List<SlaError> errors = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      // Several of the same instant, over midnight on both sides.
      Instant at = MIDNIGHT.minusSeconds(10_000).plusSeconds(2_000L * (i / 3));
      errors.add(samples.error(FOLDERS.get(i % 3), at));
    }
    errors.forEach(store::accept);
    Instant from = MIDNIGHT.minusSeconds(6_000);
    Instant to = MIDNIGHT.plusSeconds(20_000);

    for (int limit : new int[] {1, 7, 100}) {
      for (Folder folder : FOLDERS) {
        assertHolds(
            store,
            new SlaErrorQuery.InFolder(folder, from, to),
            limit,
            errors.stream()
                .filter(e -> e.breach().folder().equals(folder))
                .filter(e -> !e.affectedDate().isBefore(from) && e.affectedDate().isBefore(to))
                .toList());
      }
      for (int day = -1; day <= 1; day++) {
        LocalDate date = DAY.plusDays(day);
        assertHolds(
            store,
            new SlaErrorQuery.OnDay(date),
            limit,
            errors.stream()
                .filter(e -> e.affectedDate().toString().startsWith(date.toString()))
                .toList());
      }
    }
  }

  private static void assertHolds(
      SlaErrorStore store, SlaErrorQuery query, int limit, List<SlaError> expected) {
    Await.untilAsserted(() ->
        assertThat(all(store, query, limit))
            .isSortedAccordingTo(Comparator.comparing(SlaError::affectedDate))
            .containsExactlyInAnyOrderElementsOf(expected));
  }

  @Test
  default void listOfNothingIsOnePageWithoutToken() {
    SlaErrorStore store = open();
    for (SlaErrorQuery query : queries()) {
      assertThat(store.list(query, MIDNIGHT, 10, Optional.empty()))
          .isEqualTo(new Page<SlaError>(List.of(), Optional.empty()));
    }
  }

  @Test
  default void lastPageHasNoTokenAlsoWhenItIsFull() {
    SlaErrorStore store = open();
    SlaSamples samples = new SlaSamples(12);
    for (int i = 0; i < 6; i++) {
      store.accept(samples.error(FOLDERS.getFirst(), MIDNIGHT));
    }
    for (SlaErrorQuery query : queries()) {
      Await.untilAsserted(() -> assertThat(all(store, query, 100)).hasSize(6));

      Page<SlaError> first = store.list(query, MIDNIGHT, 3, Optional.empty());
      Page<SlaError> second = store.list(query, MIDNIGHT, 3, first.next());

      assertThat(first.items()).hasSize(3);
      assertThat(first.next()).isPresent();
      assertThat(second.items()).hasSize(3);
      assertThat(second.next()).isEmpty();
    }
  }

  @Test
  default void limitsOutOfRangeAndForeignTokensAreRefused() {
    SlaErrorStore store = open();
    for (SlaErrorQuery query : queries()) {
      for (int limit : new int[] {0, 101}) {
        assertThatThrownBy(() -> store.list(query, MIDNIGHT, limit, Optional.empty()))
            .isInstanceOf(IllegalArgumentException.class);
      }
      for (String text : new String[] {"nonsense", "non/sense", "\0"}) {
        assertThatThrownBy(() -> store.list(query, MIDNIGHT, 1, Optional.of(new PageToken(text))))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  @Test
  default void whatWasThereAppearsOnceAndLaterOnesAtMostOnce() {
    SlaErrorStore store = open();
    for (int seed = 1; seed <= Effort.of(10, 2); seed++) {
      // A day and a folder for each reading, so that none sees what others accept.
      LocalDate day = DAY.plusDays(seed);
      Instant begin = MIDNIGHT.plus(Duration.ofDays(seed));
      Folder folder = new Folder("/in/" + seed);
      SlaErrorQuery query =
          seed % 2 == 0
              ? new SlaErrorQuery.OnDay(day)
              : new SlaErrorQuery.InFolder(folder, begin, begin.plusSeconds(1));
      new Reading(store, seed, query, folder, begin).check();
    }
  }

  /** One reading of a list, page by page, with errors accepted between the pages. */
  final class Reading {
    private static final int BEFORE = 60;

    /** Few instants, so that most pages end between errors of the same one. */
    private static final int INSTANTS = 9;

    private final SlaErrorStore store;
    private final long seed;
    private final SlaErrorQuery query;
    private final Folder folder;
    private final Instant begin;
    private final Random random;
    private final SlaSamples samples;
    private final List<SlaError> accepted = new ArrayList<>();

    private Reading(
        SlaErrorStore store, long seed, SlaErrorQuery query, Folder folder, Instant begin) {
      this.store = store;
      this.seed = seed;
      this.query = query;
      this.folder = folder;
      this.begin = begin;
      this.random = new Random(seed);
      this.samples = new SlaSamples(seed);
    }

    private void check() {
      IntStream.range(0, BEFORE).forEach(_ -> accept());
      Await.untilAsserted(() -> assertThat(all(store, query, 100)).hasSize(BEFORE));
      List<SlaError> before = List.copyOf(accepted);

      List<SlaError> seen = Pages.all(8, this::readAndDisturb);

      assertThat(seen).as("seed %d", seed).doesNotHaveDuplicates();
      assertThat(seen).as("seed %d", seed).containsAll(before);
      assertThat(accepted).as("seed %d", seed).containsAll(seen);
    }

    private Page<SlaError> readAndDisturb(Optional<PageToken> at) {
      Page<SlaError> page = store.list(query, MIDNIGHT, 1 + random.nextInt(8), at);
      IntStream.range(0, random.nextInt(4)).forEach(_ -> accept());
      return page;
    }

    /** Accepts one anywhere in the list, before and behind where the reading has come. */
    private void accept() {
      Instant at = begin.plusMillis(random.nextInt(INSTANTS));
      SlaError error = samples.error(folder, at);
      store.accept(error);
      accepted.add(error);
    }
  }

  private static List<SlaErrorQuery> queries() {
    return List.of(
        new SlaErrorQuery.InFolder(FOLDERS.getFirst(), MIDNIGHT, MIDNIGHT.plusSeconds(60)),
        new SlaErrorQuery.OnDay(DAY));
  }

  private static List<SlaError> all(SlaErrorStore store, SlaErrorQuery query, int limit) {
    return Pages.all(limit, page -> store.list(query, MIDNIGHT, limit, page));
  }
}
