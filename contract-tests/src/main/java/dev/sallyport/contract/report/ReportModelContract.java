package dev.sallyport.contract.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.report.port.ReportFilter;
import dev.sallyport.application.report.port.ReportStore;
import dev.sallyport.application.report.port.ReportStore.Accepted;
import dev.sallyport.application.report.port.ReportStore.CreateOutcome;
import dev.sallyport.application.report.port.ReportStore.UpdateOutcome;
import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.fixtures.Effort;
import dev.sallyport.contract.fixtures.ReportSamples;
import dev.sallyport.contract.report.ReportStoreContract.Opened;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.report.ClientReportId;
import dev.sallyport.domain.report.Report;
import dev.sallyport.domain.shared.Sha256;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A report store does in every sequence of commands what a list of all versions does. */
public interface ReportModelContract {
  /** Opens the store of a deployment, empty. */
  Opened open();

  @Test
  default void randomCommandsDoWhatTheModelDoes() {
    for (long seed = 1; seed <= Effort.of(4, 2); seed++) {
      new Run(seed, open()).commands(150);
    }
  }

  /** One sequence of commands, on a store and on the model. */
  final class Run {
    private static final Instant NOW = Instant.parse("2026-11-21T12:34:56.789Z");

    private final long seed;
    private final Random random;
    private final ReportSamples samples;
    private final Opened opened;
    private final ReportStore store;
    private final List<ClientReportId> clientIds;
    private final List<AttachmentId> attachments;
    private final List<Subject> assignees;

    private final List<Entry> entries = new ArrayList<>();
    private final List<DomainEvent> events = new ArrayList<>();

    private record Entry(Sha256 body, List<Report> versions) {
      Report newest() {
        return versions.getLast();
      }
    }

    private Run(long seed, Opened opened) {
      this.seed = seed;
      this.random = new Random(seed);
      this.samples = new ReportSamples(random);
      this.opened = opened;
      this.store = opened.store();
      this.clientIds = Stream.generate(samples::clientId).limit(60).toList();
      this.assignees = Stream.generate(samples::subject).limit(3).toList();
      this.attachments =
          IntStream.range(0, 60)
              .mapToObj(n -> new AttachmentId(new UUID(seed, 0x8000_0000_0000_0000L | n)))
              .toList();
    }

    private void commands(int count) {
      for (int step = 0; step < count; step++) {
        String where = "seed " + seed + ", step " + step;
        if (entries.isEmpty() || random.nextInt(3) == 0) {
          create(where);
        } else {
          update(where, entries.get(random.nextInt(entries.size())));
        }
      }
      compareAll("seed " + seed + ", at the end");
    }

    private void create(String where) {
      ClientReportId clientId = clientIds.get(random.nextInt(clientIds.size()));
      Set<AttachmentId> wanted = new HashSet<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        wanted.add(attachments.get(random.nextInt(attachments.size())));
      }
      Report report =
          samples.report(
              samples.submission(clientId, List.copyOf(wanted)),
              NOW.plusMillis(random.nextInt(50)));
      Sha256 body = samples.digest();
      DomainEvent event = samples.submitted(report);
      CreateOutcome expected = expected(clientId, wanted);

      assertThat(store.create(report, body, List.of(event))).as(where).isEqualTo(expected);

      if (expected instanceof CreateOutcome.Created) {
        entries.add(new Entry(body, new ArrayList<>(List.of(report))));
        events.add(event);
      }
    }

    private CreateOutcome expected(ClientReportId clientId, Set<AttachmentId> wanted) {
      Optional<Entry> first =
          entries.stream()
              .filter(e -> e.newest().submission().clientReportId().equals(clientId))
              .findFirst();
      if (first.isPresent()) {
        return new CreateOutcome.Exists(new Accepted(first.get().newest(), first.get().body()));
      }
      Set<AttachmentId> taken = new HashSet<>();
      entries.forEach(entry -> taken.addAll(entry.newest().submission().attachments()));
      taken.retainAll(wanted);
      return taken.isEmpty()
          ? new CreateOutcome.Created()
          : new CreateOutcome.AttachmentsTaken(taken);
    }

    private void update(String where, Entry entry) {
      Report from =
          random.nextInt(3) == 0
              ? entry.versions().get(random.nextInt(entry.versions().size()))
              : entry.newest();
      Report next = samples.triaged(from, assignees);
      DomainEvent event = samples.changed(next);
      boolean fits = from.version() == entry.newest().version();

      assertThat(store.update(next, List.of(event)))
          .as(where)
          .isEqualTo(fits ? new UpdateOutcome.Updated() : new UpdateOutcome.Stale());

      if (fits) {
        entry.versions().add(next);
        events.add(event);
      }
      assertThat(store.find(next.id())).as(where).contains(entry.newest());
    }

    private void compareAll(String where) {
      for (Entry entry : entries) {
        assertThat(store.findByClientReportId(entry.newest().submission().clientReportId()))
            .as(where)
            .contains(new Accepted(entry.newest(), entry.body()));
      }
      compareList(where, new ReportFilter.All(), entries);
      for (Subject assignee : assignees) {
        compareList(
            where,
            new ReportFilter.ByAssignee(assignee),
            entries.stream()
                .filter(e -> e.newest().triage().assignee().equals(Optional.of(assignee)))
                .toList());
      }
      assertThat(pendingEvents()).as(where).containsExactlyInAnyOrderElementsOf(events);
    }

    private void compareList(String where, ReportFilter filter, List<Entry> expected) {
      List<Report> sorted =
          expected.stream().map(Entry::newest).sorted(ReportListContract.NEWEST_FIRST).toList();
      assertThat(sorted).as("the model fits one page").hasSizeLessThanOrEqualTo(100);
      Await.untilAsserted(() ->
          assertThat(store.list(filter, 100, Optional.empty()).items())
              .as(where)
              .isEqualTo(sorted));
    }

    private List<DomainEvent> pendingEvents() {
      List<DomainEvent> all = new ArrayList<>();
      List<DomainEvent> some = opened.outbox().pending(100);
      while (!some.isEmpty()) {
        all.addAll(some);
        opened.outbox().acknowledge(some);
        some = opened.outbox().pending(100);
      }
      return all;
    }
  }
}
