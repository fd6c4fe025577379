package dev.sallyport.application.sanitization;

import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.attachment.port.AttachmentStore.QuarantinedObject;
import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.Scratch;
import dev.sallyport.application.sanitization.port.ScratchSpace;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.application.shared.DeadlineExceededException;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.sanitization.Check;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.sanitization.SanitizerVersion;
import dev.sallyport.domain.sanitization.Verdict;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.domain.shared.VersionId;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Brings one version in quarantine to a judgement: reads exactly that version, whole, inspects it,
 * and stores own bytes under a key that nobody is told of yet. Examining again gives the same.
 */
final class Examiner {
  private final AttachmentStore store;
  private final ScratchSpace scratches;
  private final ContentInspector inspector;
  private final SanitizationPolicy policy;
  private final Clock clock;
  private final Metrics metrics;

  @Inject
  Examiner(
      AttachmentStore store,
      ScratchSpace scratches,
      ContentInspector inspector,
      SanitizationPolicy policy,
      Clock clock,
      Metrics metrics) {
    this.store = store;
    this.scratches = scratches;
    this.inspector = inspector;
    this.policy = policy;
    this.clock = clock;
    this.metrics = metrics;
  }

  /**
   * Examines a version of which the size is known; one that is too large is not even opened.
   *
   * @param size how many bytes it must have
   */
  Examined examine(Attachment attachment, VersionId version, DataSize size) {
    return size.exceeds(attachment.maxBytes())
        ? tooLarge()
        : examine(attachment, version, Optional.of(size));
  }

  /** Examines a version, perhaps for the second time. */
  Examined examine(Attachment attachment, VersionId version) {
    return examine(attachment, version, Optional.empty());
  }

  private Examined examine(Attachment attachment, VersionId version, Optional<DataSize> size) {
    Instant begun = clock.instant();
    try {
      Optional<QuarantinedObject> opened =
          store.openQuarantined(attachment.quarantineKey(), version);
      if (opened.isEmpty()) {
        return new Examined.Missing();
      }
      try (QuarantinedObject object = opened.get()) {
        DataSize expected = size.orElse(object.size());
        return expected.exceeds(attachment.maxBytes())
            ? tooLarge()
            : inspect(attachment, object, expected);
      }
    } catch (DeadlineExceededException e) {
      return new Examined.TimedOut();
    } catch (IOException e) {
      return new Examined.Broken();
    } finally {
      metrics.time("sanitize", Duration.between(begun, clock.instant()));
    }
  }

  private Examined inspect(Attachment attachment, QuarantinedObject object, DataSize size)
      throws IOException {
    Deadline deadline = Deadline.after(policy.deadline(), clock);
    try (Scratch original = scratches.open(size);
        Scratch clean = scratches.open(policy.largestOutput(size));
        Scratch again = scratches.open(policy.largestOutput(size))) {
      Content content = fetch(object, size, original, deadline);
      Inspection inspection =
          inspector.inspect(
              content, attachment.declaration(), object.contentType(), clean, again, deadline);
      return switch (inspection) {
        case Inspection.Passed passed -> new Examined.Decided(keep(attachment, content, passed));
        case Inspection.Failed(ReasonCode reason, Set<Check> checks) ->
            new Examined.Decided(rejected(reason, Optional.of(content.sha256()), checks));
        case Inspection.Undecided _ -> new Examined.Undecided();
      };
    }
  }

  /** Copies the version whole, so that nothing is decided about a part of it. */
  private static Content fetch(
      QuarantinedObject object, DataSize size, Scratch original, Deadline deadline)
      throws IOException {
    byte[] buffer = new byte[64 * 1024];
    for (int n = object.bytes().read(buffer); n >= 0; n = object.bytes().read(buffer)) {
      deadline.check();
      original.sink().write(buffer, 0, n);
    }
    Content content = original.content();
    if (!content.size().equals(size)) {
      throw new IOException("the version ended early");
    }
    return content;
  }

  private Judgement keep(Attachment attachment, Content source, Inspection.Passed passed) {
    Sha256 digest = passed.bytes().sha256();
    Judgement.Output output =
        new Judgement.Output(
            new ObjectKey(attachment.quarantineKey() + "/" + digest),
            passed.type(),
            passed.bytes().size(),
            digest,
            passed.dump());
    store.writeClean(output, passed.bytes());
    return new Judgement(
        passed.verdict(),
        Optional.of(source.sha256()),
        SanitizerVersion.CURRENT,
        passed.checks(),
        Optional.of(output));
  }

  private static Examined tooLarge() {
    return new Examined.Decided(
        rejected(ReasonCode.SIZE_MISMATCH, Optional.empty(), Set.of(Check.SIZE)));
  }

  /** Returns the judgement on something whose checks took too long too often. */
  static Judgement timedOut() {
    return rejected(ReasonCode.TIMEOUT, Optional.empty(), Set.of(Check.SIZE));
  }

  private static Judgement rejected(ReasonCode reason, Optional<Sha256> source, Set<Check> checks) {
    return new Judgement(
        new Verdict.Rejected(reason), source, SanitizerVersion.CURRENT, checks, Optional.empty());
  }
}
