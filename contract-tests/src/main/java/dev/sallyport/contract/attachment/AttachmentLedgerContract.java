package dev.sallyport.contract.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.attachment.port.AttachmentLedger;
import dev.sallyport.application.attachment.port.AttachmentLedger.GrantOutcome;
import dev.sallyport.application.attachment.port.AttachmentLedger.UpdateOutcome;
import dev.sallyport.application.attachment.port.Grant;
import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.contract.fixtures.AttachmentSamples;
import dev.sallyport.contract.fixtures.Race;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.event.DomainEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a ledger keeps of attachments and their revisions. */
public interface AttachmentLedgerContract {
  /** When these tests happen. */
  Instant NOW = Instant.parse("2026-11-21T12:34:56.789Z");

  /**
   * Opens the ledger of a deployment with this policy, and the outbox that belongs to it.
   *
   * @return a ledger in which nothing is granted; the same one within a test
   */
  Opened open(UploadPolicy policy);

  /**
   * A ledger and where its events go.
   *
   * @param ledger empty
   * @param outbox empty
   */
  record Opened(AttachmentLedger ledger, Outbox outbox) {}

  @Test
  default void findReturnsWhatWasGranted() {
    AttachmentSamples samples = samples();
    UploadPolicy policy = UploadPolicy.defaults();
    AttachmentLedger ledger = open(policy).ledger();
    QuotaAccount account = samples.account();
    List<Attachment> granted =
        Stream.generate(() -> samples.granted(account, 1_000, NOW)).limit(40).toList();

    assertThat(ledger.grant(new Grant(account, granted, policy), NOW))
        .isEqualTo(new GrantOutcome.Granted());

    for (Attachment attachment : granted) {
      assertThat(ledger.find(attachment.id())).contains(attachment);
    }
  }

  @Test
  default void findReturnsNothingForAnUnknownId() {
    assertThat(open(UploadPolicy.defaults()).ledger().find(samples().id())).isEmpty();
  }

  @Test
  default void findAllReturnsEachThatExistsOnce() {
    AttachmentSamples samples = samples();
    AttachmentLedger ledger = open(UploadPolicy.defaults()).ledger();
    List<Attachment> granted = List.of(grantOne(ledger, samples), grantOne(ledger, samples));
    List<AttachmentId> ids = new ArrayList<>();
    granted.forEach(attachment -> ids.addAll(Collections.nCopies(60, attachment.id())));
    ids.add(samples.id());

    assertThat(ledger.findAll(ids)).containsExactlyInAnyOrderElementsOf(granted);
    assertThat(ledger.findAll(List.of())).isEmpty();
  }

  @Test
  default void findAllTakesAHundredIdsAndRefusesMore() {
    AttachmentSamples samples = samples();
    AttachmentLedger ledger = open(UploadPolicy.defaults()).ledger();
    Attachment granted = grantOne(ledger, samples);
    List<AttachmentId> ids = new ArrayList<>(Stream.generate(samples::id).limit(99).toList());
    ids.add(granted.id());

    assertThat(ledger.findAll(ids)).containsExactly(granted);

    ids.add(samples.id());
    assertThatThrownBy(() -> ledger.findAll(ids)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  default void grantRefusesAnIdThatExistsAndStoresNothingOfIt() {
    AttachmentSamples samples = samples();
    UploadPolicy policy = UploadPolicy.defaults();
    AttachmentLedger ledger = open(policy).ledger();
    QuotaAccount account = samples.account();
    Attachment first = samples.granted(account, 10, NOW);
    Attachment other = samples.granted(account, 10, NOW);
    ledger.grant(new Grant(account, List.of(first), policy), NOW);

    for (List<Attachment> repeated : List.of(List.of(other, first), List.of(other, other))) {
      assertThatThrownBy(() -> ledger.grant(new Grant(account, repeated, policy), NOW))
          .isInstanceOf(IllegalArgumentException.class);
    }

    assertThat(ledger.find(first.id())).contains(first);
    assertThat(ledger.find(other.id())).isEmpty();
  }

  @Test
  default void updateStoresTheNextRevisionOfEveryKind() {
    AttachmentSamples samples = samples();
    AttachmentLedger ledger = open(UploadPolicy.defaults()).ledger();
    for (int i = 0; i < 30; i++) {
      Attachment current = grantOne(ledger, samples);
      while (!current.hasEnded()) {
        Attachment next = samples.changed(current, NOW.plusSeconds(i));

        assertThat(ledger.update(next, List.of())).isEqualTo(new UpdateOutcome.Updated());
        assertThat(ledger.find(next.id())).contains(next);
        current = next;
      }
    }
  }

  @Test
  default void updateIsStaleUnlessTheRevisionBeforeIsStored() {
    AttachmentSamples samples = samples();
    Opened opened = open(UploadPolicy.defaults());
    AttachmentLedger ledger = opened.ledger();
    Attachment first = grantOne(ledger, samples);
    Attachment second = first.postpone(NOW.plusSeconds(2));
    Attachment third = second.postpone(NOW.plusSeconds(3));
    List<DomainEvent> events = List.of(samples.judged(second, NOW));

    assertThat(ledger.update(third, events)).isEqualTo(new UpdateOutcome.Stale());
    assertThat(ledger.update(second, List.of())).isEqualTo(new UpdateOutcome.Updated());
    assertThat(ledger.update(second, events)).isEqualTo(new UpdateOutcome.Stale());
    assertThat(ledger.update(first, events)).isEqualTo(new UpdateOutcome.Stale());

    assertThat(ledger.find(first.id())).contains(second);
    assertThat(opened.outbox().pending(100)).isEmpty();
  }

  @Test
  default void updateOfAnUnknownAttachmentIsStale() {
    AttachmentSamples samples = samples();
    AttachmentLedger ledger = open(UploadPolicy.defaults()).ledger();
    Attachment unknown = samples.granted(samples.account(), 10, NOW);

    assertThat(ledger.update(unknown, List.of())).isEqualTo(new UpdateOutcome.Stale());
    assertThat(ledger.update(unknown.postpone(NOW), List.of()))
        .isEqualTo(new UpdateOutcome.Stale());
    assertThat(ledger.find(unknown.id())).isEmpty();
  }

  @Test
  default void updateRefusesTooManyEventsAndStoresNothing() {
    AttachmentSamples samples = samples();
    Opened opened = open(UploadPolicy.defaults());
    Attachment first = grantOne(opened.ledger(), samples);
    Attachment second = first.postpone(NOW.plusSeconds(2));
    List<DomainEvent> events =
        Stream.generate(() -> samples.judged(second, NOW))
            .limit(Outbox.MAX_EVENTS_PER_CHANGE + 1)
            .toList();

    assertThatThrownBy(() -> opened.ledger().update(second, events))
        .isInstanceOf(IllegalArgumentException.class);

    assertThat(opened.ledger().find(first.id())).contains(first);
    assertThat(opened.outbox().pending(100)).isEmpty();
  }

  @Test
  default void racingUpdatesOfOneRevisionHaveOneWinner() {
    AttachmentSamples samples = samples();
    Opened opened = open(UploadPolicy.defaults());
    Attachment current = grantOne(opened.ledger(), samples);
    for (int round = 1; round <= 20; round++) {
      Attachment before = current;
      List<Attachment> wanted =
          IntStream.range(0, Race.THREADS)
              .mapToObj(n -> before.postpone(NOW.plusSeconds(n)))
              .toList();
      List<DomainEvent> events = wanted.stream().map(next -> samples.judged(next, NOW)).toList();

      List<UpdateOutcome> outcomes =
          Race.run(n -> opened.ledger().update(wanted.get(n), List.of(events.get(n))));

      assertThat(outcomes).containsOnlyOnce(new UpdateOutcome.Updated());
      int winner = outcomes.indexOf(new UpdateOutcome.Updated());
      current = wanted.get(winner);
      assertThat(opened.ledger().find(current.id())).contains(current);
      assertThat(opened.outbox().pending(100)).containsExactly(events.get(winner));
      opened.outbox().acknowledge(List.of(events.get(winner)));
    }
  }

  private static Attachment grantOne(AttachmentLedger ledger, AttachmentSamples samples) {
    QuotaAccount account = samples.account();
    Attachment attachment = samples.granted(account, 1_000, NOW);
    ledger.grant(new Grant(account, List.of(attachment), UploadPolicy.defaults()), NOW);
    return attachment;
  }

  private static AttachmentSamples samples() {
    return new AttachmentSamples(new Random(421));
  }
}
