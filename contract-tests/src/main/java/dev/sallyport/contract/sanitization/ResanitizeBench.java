package dev.sallyport.contract.sanitization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.attachment.port.AttachmentLedger.UpdateOutcome;
import dev.sallyport.application.sanitization.ArrivedObject;
import dev.sallyport.application.sanitization.port.VerdictChange;
import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.contract.fixtures.Fault;
import dev.sallyport.contract.fixtures.Pages;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentState.Judged;
import dev.sallyport.domain.attachment.Declaration;
import dev.sallyport.domain.event.DomainEvent;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.ResanitizeCounts;
import dev.sallyport.domain.sanitization.ResanitizeJob;
import dev.sallyport.domain.sanitization.SanitizerVersion;
import dev.sallyport.domain.sanitization.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Drives jobs that judge again over the stores of a family. */
final class ResanitizeBench {
  private static final int MOST_STEPS = 50;

  final IntakeBench intake;
  private final ResanitizeStores stores;
  private final Map<Attachment, ArrivedObject> arrived = new HashMap<>();

  ResanitizeBench(ResanitizeStores stores) {
    this.stores = stores;
    this.intake = new IntakeBench(stores);
  }

  /** Judges content by the rules that are in force. */
  Attachment judged(String content) {
    Attachment granted = intake.grant(Declaration.none());
    ArrivedObject object = intake.arrive(granted, content);
    arrived.put(granted, object);
    intake.settle(object);
    return granted;
  }

  /** Stores content that other rules have rejected. */
  Attachment rejectedBy(SanitizerVersion sanitizer, ReasonCode reason, String content) {
    Attachment granted = intake.grant(Declaration.none());
    ArrivedObject object = intake.arrive(granted, content);
    arrived.put(granted, object);
    Instant now = intake.clock().instant();
    Attachment bound = granted.bind(object.version(), object.size(), now);
    Judgement rejected =
        new Judgement(
            new Verdict.Rejected(reason), Optional.empty(), sanitizer, Set.of(), Optional.empty());
    for (Attachment next : List.of(bound, bound.judge(rejected, now))) {
      assertThat(stores.ledger().update(next, List.of())).isEqualTo(new UpdateOutcome.Updated());
    }
    return granted;
  }

  /** Starts a job for everything that was judged in the last hour. */
  ResanitizeJob start(boolean onlyOtherVersions, int listed) {
    Instant now = intake.clock().instant();
    Instant since = now.minus(Duration.ofMinutes(59));
    intake.await(() ->
        assertThat(Pages.all(100, page -> stores.ledger().listJudged(since, now, 100, page)))
            .hasSize(listed));
    return intake
        .starter(stores.jobs())
        .start(new Subject("ann"), Optional.of(since), Optional.empty(), onlyOtherVersions)
        .orElseThrow();
  }

  boolean step() {
    return intake.step(stores.jobs()).step();
  }

  /** Steps until nothing goes on, through everything that goes wrong. */
  void finish() {
    for (int i = 0; i < MOST_STEPS; i++) {
      if (hasFinished()) {
        return;
      }
    }
    throw new AssertionError("the job never ends");
  }

  private boolean hasFinished() {
    try {
      return !step();
    } catch (PortUnavailableException | OutcomeUnknownException again) {
      return false;
    } catch (Fault.Killed restarted) {
      return false;
    }
  }

  /** Runs a job over all that was judged in the last hour. */
  ResanitizeJob run(int listed) {
    ResanitizeJob job = start(false, listed);
    finish();
    return now(job);
  }

  ResanitizeJob now(ResanitizeJob job) {
    return stores.jobs().find(job.id()).orElseThrow();
  }

  ResanitizeCounts counts(ResanitizeJob job) {
    return now(job).counts();
  }

  List<VerdictChange> changes(ResanitizeJob job) {
    return Pages.all(7, page -> stores.jobs().changes(job.id(), 7, page));
  }

  Judged state(Attachment attachment) {
    return (Judged) intake.find(attachment).state();
  }

  boolean hasOriginal(Attachment attachment) {
    return intake.isInQuarantine(attachment, arrived(attachment));
  }

  ArrivedObject arrived(Attachment attachment) {
    return Optional.ofNullable(arrived.get(attachment)).orElseThrow();
  }

  boolean isServed(Judgement.Output output) {
    return stores.clean(output.key()).isPresent();
  }

  void forgetEvents() {
    List<DomainEvent> some = stores.outbox().pending(100);
    while (!some.isEmpty()) {
      stores.outbox().acknowledge(some);
      some = stores.outbox().pending(100);
    }
  }
}
