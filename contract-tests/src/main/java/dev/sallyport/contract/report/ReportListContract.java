package dev.sallyport.contract.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.report.port.ReportFilter;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.fixtures.Effort;
import dev.sallyport.contract.fixtures.Pages;
import dev.sallyport.contract.fixtures.ReportSamples;
import dev.sallyport.contract.report.ReportStoreContract.Opened;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.report.ReportStatus;
import dev.sallyport.domain.report.Severity;
import dev.sallyport.domain.report.Triage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a report store keeps of its lists; they may lag. */
public interface ReportListContract {
  /** When the first of these reports is received. */
  Instant NOW = Instant.parse("2026-11-21T12:34:56.789Z");

  /** The order that lists promise. */
  Comparator<Report> NEWEST_FIRST =
      Comparator.comparing(Report::receivedAt)
          .thenComparing(report -> report.id().toString())
          .reversed();

  /** Opens the store of a deployment, empty; the same one within a test. */
  Opened open();

  @Test
  default void listsHoldWhatMatchesNewestFirst() {
    ReportSamples samples = new ReportSamples(new Random(7));
    ReportStore store = open().store();
    List<Subject> assignees = Stream.generate(samples::subject).limit(3).toList();
    List<Report> reports = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      // Several of the same millisecond, so that the id has to decide.
      Report report = samples.report(NOW.plusMillis(i / 4));
      store.create(report, samples.digest(), List.of());
      Report triaged = samples.triaged(report, assignees);
      store.update(triaged, List.of());
      reports.add(triaged);
    }
    reports.sort(NEWEST_FIRST);

    for (ReportFilter filter : filters(assignees)) {
      List<Report> expected = reports.stream().filter(r -> matches(filter, r)).toList();
      for (int limit : new int[] {1, 7, 40, 100}) {
        Await.untilAsserted(() ->
            assertThat(all(store, filter, limit))
                .as("%s by %d", filter, limit)
                .isEqualTo(expected));
      }
    }
  }

  @Test
  default void listOfNothingIsOnePageWithoutToken() {
    ReportStore store = open().store();
    Subject nobody = new ReportSamples(new Random(8)).subject();

    for (ReportFilter filter : filters(List.of(nobody))) {
      assertThat(store.list(filter, 10, Optional.empty()))
          .isEqualTo(new Page<Report>(List.of(), Optional.empty()));
    }
  }

  @Test
  default void lastPageHasNoTokenAlsoWhenItIsFull() {
    ReportSamples samples = new ReportSamples(new Random(9));
    ReportStore store = open().store();
    for (int i = 0; i < 6; i++) {
      store.create(samples.report(NOW), samples.digest(), List.of());
    }
    ReportFilter all = new ReportFilter.All();
    Await.untilAsserted(() -> assertThat(all(store, all, 100)).hasSize(6));

    Page<Report> first = store.list(all, 3, Optional.empty());
    Page<Report> second = store.list(all, 3, first.next());

    assertThat(first.items()).hasSize(3);
    assertThat(first.next()).isPresent();
    assertThat(second.items()).hasSize(3);
    assertThat(second.next()).isEmpty();
  }

  @Test
  default void limitsOutOfRangeAndForeignTokensAreRefused() {
    ReportStore store = open().store();
    ReportFilter all = new ReportFilter.All();

    assertThatThrownBy(() -> store.list(all, 0, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.list(all, 101, Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    for (String text : new String[] {"nonsense", "non/sense", "\0"}) {
      assertThatThrownBy(() -> store.list(all, 1, Optional.of(new PageToken(text))))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  default void whatWasThereAppearsOnceWhileOthersComeAndGo() {
    for (long seed = 1; seed <= Effort.of(5, 2); seed++) {
      ReportSamples samples = new ReportSamples(new Random(seed));
      Subject assignee = samples.subject();
      new Reading(open().store(), seed, samples, assignee).check();
    }
  }

  /** One reading of a list, page by page, with changes between the pages. */
  final class Reading {
    private static final int BEFORE = 40;

    private final ReportStore store;
    private final long seed;
    private final Random random;
    private final ReportSamples samples;
    private final Subject assignee;
    private final Subject other;
    private final ReportFilter filter;
    private final List<Report> mine = new ArrayList<>();
    private final Set<ReportId> moved = new HashSet<>();

    private Reading(ReportStore store, long seed, ReportSamples samples, Subject assignee) {
      this.store = store;
      this.seed = seed;
      this.random = new Random(seed);
      this.samples = samples;
      this.assignee = assignee;
      this.other = samples.subject();
      this.filter = new ReportFilter.ByAssignee(assignee);
    }

    private void check() {
      for (int i = 0; i < BEFORE; i++) {
        create();
      }
      Await.untilAsserted(() -> assertThat(all(store, filter, 100)).hasSize(BEFORE));
      List<ReportId> before = mine.stream().map(Report::id).toList();

      List<ReportId> seen = Pages.all(8, this::readAndDisturb).stream().map(Report::id).toList();

      assertThat(seen).as("seed %d", seed).doesNotHaveDuplicates();
      assertThat(seen)
          .as("seed %d", seed)
          .containsAll(before.stream().filter(id -> !moved.contains(id)).toList());
    }

    private Page<Report> readAndDisturb(Optional<PageToken> at) {
      Page<Report> page = store.list(filter, 1 + random.nextInt(8), at);
      for (int i = random.nextInt(6); i > 0; i--) {
        disturb();
      }
      return page;
    }

    /** Creates one anywhere in the list, also in the same millisecond as others. */
    private void create() {
      Report report = samples.report(NOW.plusMillis(random.nextInt(BEFORE)));
      store.create(report, samples.digest(), List.of());
      mine.add(assign(report, assignee));
    }

    private void disturb() {
      int index = random.nextInt(mine.size());
      Report report = mine.get(index);
      switch (random.nextInt(4)) {
        case 0 -> create();
        case 1 -> {
          moved.add(report.id());
          mine.set(index, assign(report, other));
        }
        case 2 -> mine.set(index, assign(report, report.triage().assignee().orElse(assignee)));
        default -> mine.set(index, assign(report, assignee));
      }
    }

    private Report assign(Report report, Subject to) {
      Report next =
          report.triaged(
              new Triage.Change(
                  Optional.empty(),
                  Optional.empty(),
                  Optional.of(new Triage.Bookmark(other, !report.triage().isBookmarkedBy(other))),
                  Optional.of(Optional.of(to)),
                  Optional.empty()));
      assertThat(store.update(next, List.of())).isEqualTo(new ReportStore.UpdateOutcome.Updated());
      return next;
    }
  }

  private static List<ReportFilter> filters(List<Subject> assignees) {
    List<ReportFilter> filters = new ArrayList<>(List.of(new ReportFilter.All()));
    Stream.of(ReportStatus.values()).map(ReportFilter.ByStatus::new).forEach(filters::add);
    Stream.of(Severity.values()).map(ReportFilter.BySeverity::new).forEach(filters::add);
    assignees.stream().map(ReportFilter.ByAssignee::new).forEach(filters::add);
    return filters;
  }

  private static boolean matches(ReportFilter filter, Report report) {
    return switch (filter) {
      case ReportFilter.All _ -> true;
      case ReportFilter.ByStatus(ReportStatus status) -> report.triage().status() == status;
      case ReportFilter.BySeverity(Severity severity) -> report.submission().severity() == severity;
      case ReportFilter.ByAssignee(Subject who) ->
          report.triage().assignee().equals(Optional.of(who));
    };
  }

  private static List<Report> all(ReportStore store, ReportFilter filter, int limit) {
    return Pages.all(limit, page -> store.list(filter, limit, page));
  }
}
