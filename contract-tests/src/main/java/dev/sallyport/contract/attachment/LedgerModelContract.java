package dev.sallyport.contract.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentLedger.GrantOutcome;
import dev.sallyport.application.attachment.port.AttachmentLedger.UpdateOutcome;
import dev.sallyport.application.attachment.port.Grant;
import dev.sallyport.contract.attachment.AttachmentLedgerContract.Opened;
import dev.sallyport.contract.fixtures.AttachmentSamples;
import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.contract.fixtures.Effort;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.domain.attachment.QuotaWindow;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.VersionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A ledger does in every sequence of commands what a model does that adds everything up anew. */
public interface LedgerModelContract {
  /** Opens a ledger as in {@link AttachmentLedgerContract#open}. */
  Opened open(UploadPolicy policy);

  @Test
  default void randomCommandsDoWhatTheModelDoes() {
    for (long seed = 1; seed <= Effort.of(4, 2); seed++) {
      // The objects, the bytes and the quarantine are each reached now and then.
      UploadPolicy policy = AttachmentSamples.policy(12, 3_000, 9_000);
      new Run(seed, policy, open(policy)).commands(250);
    }
  }

  /** One sequence of commands, on a ledger and on the model. */
  final class Run {
    private final long seed;
    private final Random random;
    private final AttachmentSamples samples;
    private final UploadPolicy policy;
    private final Opened opened;
    private final AttachmentLedger ledger;
    private final List<QuotaAccount> accounts;
    private Instant now = Instant.parse("2026-11-21T12:34:56.789Z");

    private final Map<Object, List<Attachment>> revisions = new LinkedHashMap<>();
    private final List<Charge> charges = new ArrayList<>();
    private final List<Replay> replays = new ArrayList<>();
    private final List<DomainEvent> events = new ArrayList<>();

    private record Charge(QuotaAccount account, Instant at, long objects, long bytes) {}

    private record Replay(Attachment of, VersionId version) {}

    private Run(long seed, UploadPolicy policy, Opened opened) {
      this.seed = seed;
      this.random = new Random(seed);
      this.samples = new AttachmentSamples(random);
      this.policy = policy;
      this.opened = opened;
      this.ledger = opened.ledger();
      this.accounts = Stream.generate(samples::account).limit(4).toList();
    }

    private void commands(int count) {
      for (int step = 0; step < count; step++) {
        String where = "seed " + seed + ", step " + step;
        now = now.plusSeconds(random.nextInt(300));
        switch (random.nextInt(6)) {
          case 0, 1 -> grant(where);
          case 2, 3 -> update(where, newest());
          case 4 -> update(where, random.nextBoolean() ? anyRevision() : newest());
          default -> charge();
        }
      }
      compareAll("seed " + seed + ", at the end");
    }

    private void grant(String where) {
      QuotaAccount account = accounts.get(random.nextInt(accounts.size()));
      long bytes = 1L + random.nextInt(700);
      List<Attachment> wanted =
          Stream.generate(() -> samples.granted(account, bytes, now))
              .limit(1 + random.nextInt(4))
              .toList();
      long all = bytes * wanted.size();
      GrantOutcome expected = expected(account, wanted.size(), all);

      assertThat(ledger.grant(new Grant(account, wanted, policy), now))
          .as(where)
          .isEqualTo(expected);

      if (expected instanceof GrantOutcome.Granted) {
        charges.add(new Charge(account, now, wanted.size(), all));
        wanted.forEach(one -> revisions.put(one.id(), new ArrayList<>(List.of(one))));
      }
    }

    private GrantOutcome expected(QuotaAccount account, long objects, long bytes) {
      QuotaWindow window = QuotaWindow.at(now, policy.quotaWindow());
      List<Charge> used =
          charges.stream()
              .filter(c -> c.account().equals(account))
              .filter(c -> QuotaWindow.at(c.at(), policy.quotaWindow()).equals(window))
              .toList();
      long usedObjects = used.stream().mapToLong(Charge::objects).sum();
      long usedBytes = used.stream().mapToLong(Charge::bytes).sum();
      if (usedObjects + objects > policy.quotaObjects()
          || usedBytes + bytes > policy.quotaBytes().bytes()) {
        return new GrantOutcome.QuotaExceeded(window.end());
      }
      long reserved =
          revisions.values().stream().mapToLong(r -> r.getLast().reservedBytes().bytes()).sum();
      return reserved + bytes > policy.quarantineBytes().bytes()
          ? new GrantOutcome.QuarantineFull()
          : new GrantOutcome.Granted();
    }

    private void update(String where, Optional<Attachment> from) {
      if (from.isEmpty() || from.get().hasEnded()) {
        return;
      }
      Attachment next = samples.changed(from.get(), now);
      DomainEvent event = samples.judged(next, now);
      List<Attachment> stored = revisions.getOrDefault(next.id(), new ArrayList<>());
      boolean fits = stored.getLast().revision() == from.get().revision();

      assertThat(ledger.update(next, List.of(event)))
          .as(where)
          .isEqualTo(fits ? new UpdateOutcome.Updated() : new UpdateOutcome.Stale());

      if (fits) {
        stored.add(next);
        events.add(event);
      }
      assertThat(ledger.find(next.id())).as(where).contains(stored.getLast());
    }

    private void charge() {
      Optional<Attachment> replayed = newest();
      if (replayed.isEmpty()) {
        return;
      }
      boolean again = !replays.isEmpty() && random.nextBoolean();
      Replay replay =
          again
              ? replays.get(random.nextInt(replays.size()))
              : new Replay(replayed.get(), samples.version());
      QuotaAccount account = replay.of().account();
      long bytes = random.nextInt(500);
      ledger.chargeReplay(replay.of().id(), replay.version(), account, new DataSize(bytes), now);
      if (!again) {
        replays.add(replay);
        charges.add(new Charge(account, now, 1, bytes));
      }
    }

    private void compareAll(String where) {
      List<Attachment> newest = revisions.values().stream().map(List::getLast).toList();
      for (Attachment attachment : newest) {
        assertThat(ledger.find(attachment.id())).as(where).contains(attachment);
      }
      List<Attachment> due =
          newest.stream()
              .filter(one -> !one.hasEnded() && !one.dueAt().isAfter(now))
              .sorted(Comparator.comparing(Attachment::dueAt))
              .toList();
      Await.untilAsserted(() ->
          assertThat(ledger.listDue(now, 100, Optional.empty()).items())
              .as(where)
              .containsExactlyInAnyOrderElementsOf(due.subList(0, Math.min(100, due.size()))));
      assertThat(pendingEvents()).as(where).containsExactlyInAnyOrderElementsOf(events);
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

    private Optional<Attachment> newest() {
      List<Attachment> all = revisions.values().stream().map(List::getLast).toList();
      return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private Optional<Attachment> anyRevision() {
      return newest()
          .map(one -> revisions.getOrDefault(one.id(), List.of(one)))
          .map(all -> all.get(random.nextInt(all.size())));
    }
  }
}
