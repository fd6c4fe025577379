package dev.sallyport.contract.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.application.report.ChangeComment;
import dev.sallyport.application.report.CommentResult;
import dev.sallyport.application.report.port.CommentStore;
import dev.sallyport.application.report.port.CommentStore.AddOutcome;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.shared.Page;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.fixtures.Pages;
import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.contract.fixtures.ReportSamples;
import dev.sallyport.domain.event.DomainEvent.ContributionMade;
import dev.sallyport.domain.event.EventId;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.profile.Contribution;
import dev.sallyport.domain.report.Comment;
import dev.sallyport.domain.report.CommentId;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What whoever keeps comments keeps: each by itself, whoever else writes. */
public interface CommentStoreContract {
  /** When these comments are written. */
  Instant NOW = Instant.parse("2026-11-21T12:34:56.789Z");

  /** Who writes them. */
  Subject JANE = new Subject("jane");

  /** Opens the stores of a deployment, empty; the same ones within a test. */
  Opened open();

  /**
   * A store and that of the reports.
   *
   * @param store empty
   * @param reports empty
   * @param outbox that the store fills
   */
  record Opened(CommentStore store, ReportStore reports, Outbox outbox) {
    ReportId report(ReportSamples samples) {
      Report report = samples.report(NOW);
      reports.create(report, samples.digest(), List.of());
      return report.id();
    }
  }

  @Test
  default void findReturnsWhatWasAdded() {
    Opened opened = open();
    ReportId report = opened.report(new ReportSamples(new Random(1)));
    Comment longest = comment(report, 1, "ä\n😀 ".repeat(2_000), NOW);

    assertThat(opened.store().add(longest, List.of())).isEqualTo(new AddOutcome.Added());

    assertThat(opened.store().find(report, longest.id())).contains(longest);
    assertThat(opened.store().find(report, id(2))).isEmpty();
  }

  @Test
  default void aCommentIsFoundOnlyUnderItsReport() {
    ReportSamples samples = new ReportSamples(new Random(2));
    Opened opened = open();
    ReportId report = opened.report(samples);
    ReportId other = opened.report(samples);
    Comment comment = comment(report, 1, "here", NOW);
    opened.store().add(comment, List.of());

    assertThat(opened.store().find(other, comment.id())).isEmpty();
    assertThat(opened.store().list(other, 10, Optional.empty()).items()).isEmpty();
  }

  @Test
  default void addStoresNothingWithoutAReport() {
    Opened opened = open();
    ReportId none = new ReportId(new UUID(7, 7));
    Comment comment = comment(none, 1, "to nobody", NOW);

    assertThat(opened.store().add(comment, List.of())).isEqualTo(new AddOutcome.NoReport());

    assertThat(opened.store().find(none, comment.id())).isEmpty();
    assertThat(opened.store().list(none, 10, Optional.empty()))
        .isEqualTo(new Page<>(List.of(), Optional.empty()));
  }

  @Test
  default void aCommentAndItsEventAreStoredTogether() {
    Opened opened = open();
    ReportId report = opened.report(new ReportSamples(new Random(31)));
    ContributionMade event =
        new ContributionMade(new EventId(new UUID(3, 1)), NOW, JANE, Contribution.COMMENT);
    ContributionMade lost =
        new ContributionMade(new EventId(new UUID(3, 2)), NOW, JANE, Contribution.COMMENT);

    opened.store().add(comment(report, 1, "counted", NOW), List.of(event));
    opened.store().add(comment(new ReportId(new UUID(7, 7)), 2, "x", NOW), List.of(lost));

    assertThat(opened.outbox().pending(100)).containsExactly(event);
  }

  @Test
  default void addRefusesAnIdTwiceAndALaterVersion() {
    Opened opened = open();
    ReportId report = opened.report(new ReportSamples(new Random(3)));
    Comment comment = comment(report, 1, "first", NOW);
    opened.store().add(comment, List.of());

    assertThat(opened.store().add(comment(report, 1, "second", NOW.plusSeconds(1)), List.of()))
        .isEqualTo(new AddOutcome.Exists(comment));
    assertThatThrownBy(
            () -> opened.store().add(comment(report, 2, "x", NOW).rewritten("y", NOW), List.of()))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(opened.store().list(report, 10, Optional.empty()).items()).containsExactly(comment);
  }

  @Test
  default void replaceStoresTheNextVersionOnly() {
    Opened opened = open();
    ReportId report = opened.report(new ReportSamples(new Random(4)));
    Comment first = comment(report, 1, "one", NOW);
    Comment second = first.rewritten("two", NOW.plusSeconds(1));
    Comment third = second.rewritten("three", NOW.plusSeconds(2));
    opened.store().add(first, List.of());

    assertThat(opened.store().replace(third)).isFalse();
    assertThat(opened.store().replace(second)).isTrue();
    assertThat(opened.store().replace(second)).isFalse();
    assertThat(opened.store().replace(comment(report, 9, "never", NOW).rewritten("was", NOW)))
        .isFalse();

    assertThat(opened.store().find(report, first.id())).contains(second);
    assertThat(opened.store().list(report, 10, Optional.empty()).items()).containsExactly(second);
  }

  @Test
  default void removeRemovesThatVersionForGood() {
    Opened opened = open();
    ReportId report = opened.report(new ReportSamples(new Random(5)));
    Comment first = comment(report, 1, "one", NOW);
    Comment second = first.rewritten("two", NOW);
    Comment other = comment(report, 2, "stays", NOW);
    opened.store().add(first, List.of());
    opened.store().add(other, List.of());
    opened.store().replace(second);

    assertThat(opened.store().remove(first)).isFalse();
    assertThat(opened.store().remove(second)).isTrue();
    assertThat(opened.store().remove(second)).isFalse();
    assertThat(opened.store().replace(second.rewritten("three", NOW))).isFalse();

    assertThat(opened.store().find(report, first.id())).isEmpty();
    assertThat(opened.store().list(report, 10, Optional.empty()).items()).containsExactly(other);
  }

  @Test
  default void listGoesFromTheOldestToTheNewestWhateverComesAndGoes() {
    Opened opened = open();
    ReportId report = opened.report(new ReportSamples(new Random(6)));
    List<Comment> expected = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      Comment comment = comment(report, i, "number " + i, NOW.plusMillis(i / 3));
      expected.add(comment);
    }
    expected.reversed().forEach(comment -> opened.store().add(comment, List.of()));

    List<Comment> listed = Pages.all(4, page -> opened.store().list(report, 4, page));
    assertThat(listed).isEqualTo(expected);

    Page<Comment> first = opened.store().list(report, 10, Optional.empty());
    expected.subList(5, 15).forEach(opened.store()::remove);
    opened.store().add(comment(report, 99, "latest", NOW.plusSeconds(1)), List.of());
    List<Comment> rest =
        Pages.all(10, page -> opened.store().list(report, 10, page.or(first::next)));
    assertThat(rest)
        .containsAll(expected.subList(15, 25))
        .doesNotContainAnyElementsOf(expected.subList(0, 15))
        .doesNotHaveDuplicates();
  }

  @Test
  default void listRefusesLimitsOutOfRange() {
    Opened opened = open();
    ReportId report = opened.report(new ReportSamples(new Random(7)));
    for (int limit : new int[] {0, 101}) {
      assertThatThrownBy(() -> opened.store().list(report, limit, Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  default void whoeverCommentsAtOnceLosesNothing() {
    Opened opened = open();
    ReportId report = opened.report(new ReportSamples(new Random(8)));
    int each = 10;

    Race.run(n ->
        IntStream.range(0, each)
            .mapToObj(i -> comment(report, (n * each) + i, n + "/" + i, NOW.plusMillis(i)))
            .map(comment -> opened.store().add(comment, List.of()))
            .toList());

    assertThat(Pages.all(7, page -> opened.store().list(report, 7, page)))
        .extracting(Comment::text)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, Race.THREADS)
                .boxed()
                .flatMap(n -> IntStream.range(0, each).mapToObj(i -> n + "/" + i))
                .toList());
  }

  @Test
  default void racingChangesOfOneVersionHaveOneWinner() {
    Opened opened = open();
    ReportId report = opened.report(new ReportSamples(new Random(9)));
    Comment first = comment(report, 1, "first", NOW);
    opened.store().add(first, List.of());
    ChangeComment change = new ChangeComment(opened.store(), MutableClock.atNoon());

    List<CommentResult> results =
        Race.run(n ->
            n % 2 == 0
                ? change.rewrite(report, first.id(), JANE, 1, "by " + n)
                : change.remove(report, first.id(), JANE, 1));

    List<CommentResult> done =
        results.stream().filter(CommentResult.Done.class::isInstance).toList();
    assertThat(done).hasSize(1);
    Comment winner = ((CommentResult.Done) done.getFirst()).comment();
    Optional<Comment> left = opened.store().find(report, first.id());
    assertThat(left).isEqualTo(winner.version() == 2 ? Optional.of(winner) : Optional.empty());
    assertThat(results)
        .filteredOn(result -> !done.contains(result))
        .containsOnly(left.isPresent() ? new CommentResult.Stale(2) : new CommentResult.Absent());
  }

  private static Comment comment(ReportId report, int number, String text, Instant at) {
    return Comment.written(id(number), report, JANE, text, at);
  }

  private static CommentId id(int number) {
    return new CommentId(new UUID(0x4000, number));
  }
}
