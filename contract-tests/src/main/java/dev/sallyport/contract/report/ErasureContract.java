package dev.sallyport.contract.report;

import static dev.sallyport.contract.report.ErasureBench.JANE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.queue.port.DeadLetter;
import dev.sallyport.application.queue.port.DeadLetters;
import dev.sallyport.application.report.EraseOldReports;
import dev.sallyport.application.report.StartErasure;
import dev.sallyport.application.report.port.CommentStore.AddOutcome;
import dev.sallyport.application.report.port.ReportFilter;
import dev.sallyport.application.report.port.ReportStore.CreateOutcome;
import dev.sallyport.application.report.port.ReportStore.Tombstone;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.fixtures.Fault;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.event.DomainEvent.ReportErased;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.Comment;
import dev.sallyport.domain.report.CommentId;
import dev.sallyport.domain.report.ErasedThing.Kind;
import dev.sallyport.domain.report.Erasure;
import dev.sallyport.domain.report.RecentSearch;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.report.RetentionPolicy;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.Sha256;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What erasing keeps on every family of stores: everything of the report goes, nothing of others
 * does, the ids stay taken, and whatever is killed on the way, the end is the same.
 */
public interface ErasureContract {
  /** More comments than one step removes. */
  int COMMENTS = 30;

  /** What there is of the report of a bench. */
  Map<Kind, Long> ALL =
      Map.of(
          Kind.REPORT, 1L,
          Kind.COMMENT, (long) COMMENTS,
          Kind.OBJECT_VERSION, 3L,
          Kind.CLEAN_OBJECT, 1L,
          Kind.PROVENANCE_RECORD, 3L,
          Kind.RECENT_SEARCHES, 2L,
          Kind.OUTBOX_EVENT, 3L,
          Kind.DEAD_LETTER, 2L);

  /** Returns stores that hold nothing of another test. */
  ErasureStores stores();

  @Test
  default void everythingOfTheReportGoesAndIsListed() {
    ErasureBench bench = new ErasureBench(stores(), COMMENTS).judged();
    bench.start(bench.report);
    bench.finish();
    assertGone(bench);
    assertThat(bench.removed()).isEqualTo(ALL);
  }

  /** Asserts that nothing is left of the report, and everything of the other one. */
  static void assertGone(ErasureBench bench) {
    ErasureStores stores = bench.stores;
    ReportId id = bench.report.id();
    assertThat(stores.reports().find(id)).isEmpty();
    assertThat(stores.comments().list(id, 100, Optional.empty()).items()).isEmpty();
    for (Attachment attachment : bench.attachments) {
      assertThat(stores.ledger().find(attachment.id())).isEmpty();
      assertThat(stores.store().quarantinedVersions(attachment.id().quarantineKey(), 100))
          .isEmpty();
      assertThat(stores.clean(new ObjectKey("attachments/" + attachment.id() + "/clean")))
          .isEmpty();
    }
    assertThat(stores.searches().of(JANE).searches())
        .extracting(RecentSearch::query)
        .containsExactly("crash");
    assertThat(stores.searches().of(new Subject("joe")).searches()).isEmpty();
    assertThat(stores.searches().whoNamed(id.value(), 100)).isEmpty();
    assertThat(stores.outbox().pending(100))
        .satisfiesExactlyInAnyOrder(
            event ->
                assertThat(event)
                    .isInstanceOfSatisfying(
                        DomainEvent.ReportSubmitted.class,
                        submitted -> assertThat(submitted.reportId()).isEqualTo(bench.other.id())),
            event ->
                assertThat(event)
                    .isInstanceOfSatisfying(
                        ReportErased.class, erased -> assertThat(erased.reportId()).isEqualTo(id)));
    assertThat(bench.deadLetters()).containsExactly(bench.other.id().toString());
    assertThat(stores.reports().find(bench.other.id())).contains(bench.other);
    assertThat(stores.comments().list(bench.other.id(), 100, Optional.empty()).items()).hasSize(1);
  }

  @Test
  default void itsIdsStayTaken() {
    ErasureBench bench = new ErasureBench(stores(), 1).judged();
    bench.start(bench.report);
    bench.finish();
    var clientId = bench.report.submission().clientReportId();
    assertThat(bench.stores.reports().findByClientReportId(clientId)).isEmpty();
    Tombstone tombstone = bench.stores.reports().findTombstone(clientId).orElseThrow();
    assertThat(tombstone.report()).isEqualTo(bench.report.id());
    Report again =
        Report.submitted(
            new ReportId(new UUID(7, 7)), bench.report.submission(), bench.clock.instant());
    assertThat(bench.stores.reports().create(again, Sha256.of(new byte[0]), List.of()))
        .isEqualTo(new CreateOutcome.Erased(tombstone));
    assertThat(
            bench
                .stores
                .comments()
                .add(
                    Comment.written(
                        new CommentId(new UUID(7, 7)),
                        bench.report.id(),
                        JANE,
                        "late",
                        bench.clock.instant()),
                    List.of()))
        .isEqualTo(new AddOutcome.NoReport());
    assertThat(bench.start(bench.report)).contains(bench.erasure());
    Await.untilAsserted(() ->
        assertThat(
                bench.stores.reports().list(new ReportFilter.All(), 100, Optional.empty()).items())
            .containsExactly(bench.other));
  }

  @Test
  default void whoeverAsksTwiceGetsTheSameErasure() {
    ErasureBench bench = new ErasureBench(stores(), 1);
    assertThat(bench.start(bench.report)).contains(bench.erasure());
    bench.step();
    assertThat(bench.start(bench.report)).contains(bench.erasure());
    assertThat(
            new StartErasure(bench.stores.reports(), bench.stores.erasures(), bench.clock, silent())
                .start(new ReportId(new UUID(1, 1)), JANE))
        .isEmpty();
  }

  @Test
  default void anAttachmentThatIsNotJudgedIsWaitedFor() {
    ErasureBench bench = new ErasureBench(stores(), 1);
    bench.start(bench.report);
    int steps = 0;
    while (bench.step() && steps < 100) {
      steps++;
    }
    assertThat(bench.erasure().isRunning()).isTrue();
    assertThat(bench.stores.reports().find(bench.report.id())).isEmpty();
    bench.judged();
    bench.finish();
    assertGone(bench);
  }

  @Test
  default void deadLettersThatSomebodyLooksAtAreWaitedFor() {
    ErasureBench bench = new ErasureBench(stores(), 1).judged();
    DeadLetters letters = bench.stores.queue().deadLetters();
    List<DeadLetter> seen = letters.look(10, Duration.ofMinutes(10));
    assertThat(seen).hasSize(3);
    bench.start(bench.report);
    int steps = 0;
    while (bench.step() && steps < 100) {
      steps++;
    }
    assertThat(bench.erasure().phase()).isEqualTo(Erasure.Phase.DEAD_LETTERS);
    assertThat(bench.erasure().isRunning()).isTrue();
    seen.forEach(letters::release);
    bench.finish();
    assertGone(bench);
  }

  @Test
  default void killsOnTheWayChangeNothingOfTheEnd() {
    ErasureBench bench = new ErasureBench(stores(), COMMENTS).judged();
    bench.start(bench.report);
    List<Fault> all = List.of(Fault.values());
    int kills = 0;
    for (int run = 0; run < 400 && bench.erasure().isRunning(); run++) {
      bench.faults.strikeAt(1 + (run % 9), all.get(run % all.size()));
      try {
        bench.step();
      } catch (RuntimeException | Fault.Killed killed) {
        kills++;
      }
    }
    bench.faults.calm();
    bench.finish();
    assertThat(kills).isPositive();
    assertGone(bench);
    assertThat(bench.removed()).isEqualTo(ALL);
  }

  @Test
  default void reportsThatWereKeptForLongEnoughAreErased() {
    ErasureBench bench = new ErasureBench(stores(), 1).judged();
    EraseOldReports sweep =
        new EraseOldReports(
            bench.stores.reports(),
            new StartErasure(
                bench.stores.reports(), bench.stores.erasures(), bench.clock, silent()),
            new RetentionPolicy(Optional.of(Duration.ofDays(30))),
            bench.clock);
    Await.untilAsserted(() ->
        assertThat(bench.stores.reports().receivedUntil(bench.clock.instant(), 100)).hasSize(2));
    assertThat(sweep.erase()).isZero();
    bench.clock.advance(Duration.ofDays(30));
    assertThat(sweep.erase()).isEqualTo(2);
    bench.finish();
    assertThat(bench.stores.reports().find(bench.report.id())).isEmpty();
    assertThat(bench.stores.reports().find(bench.other.id())).isEmpty();
  }

  private static Metrics silent() {
    return (Metrics)
        Proxy.newProxyInstance(
            Metrics.class.getClassLoader(), new Class<?>[] {Metrics.class}, (_, _, _) -> null);
  }
}
