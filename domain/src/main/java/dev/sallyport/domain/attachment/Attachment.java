package dev.sallyport.domain.attachment;

import dev.sallyport.domain.attachment.AttachmentState.Expired;
import dev.sallyport.domain.attachment.AttachmentState.Granted;
import dev.sallyport.domain.attachment.AttachmentState.Judged;
import dev.sallyport.domain.attachment.AttachmentState.Quarantined;
import dev.sallyport.domain.sanitization.GivenVerdict;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Rejudgement;
import dev.sallyport.domain.sanitization.ResanitizeJobId;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.domain.shared.VersionId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One file that a stranger may send, from its grant to its end. Immutable: every change returns the
 * next revision, which a store accepts only in place of the one it was made from.
 *
 * @param id its name
 * @param purpose what it is sent for
 * @param declaration what the sender said about it
 * @param encrypted whether its form demands encryption at rest
 * @param maxBytes most bytes that its form accepts
 * @param account whom it is charged to
 * @param receiptHash hash of the receipt of its grant
 * @param grantedAt when its form was made
 * @param formExpiresAt when its form ends
 * @param dueAt when a sweeper should look at it, should nothing have happened by then; meaningless
 *     once it has ended
 * @param state where it stands
 * @param revision 1 at its grant, one more with every change
 */
public record Attachment(
    AttachmentId id,
    Purpose purpose,
    Declaration declaration,
    boolean encrypted,
    DataSize maxBytes,
    QuotaAccount account,
    Sha256 receiptHash,
    Instant grantedAt,
    Instant formExpiresAt,
    Instant dueAt,
    AttachmentState state,
    long revision) {

  /**
   * How long after its form has ended an upload may still arrive: S3 checks a policy when the
   * request begins, and a large body over a slow line ends much later.
   */
  public static final Duration UPLOAD_GRACE = Duration.ofHours(1);

  /**
   * How long a bound attachment may wait before a sweeper makes sure that it is still on a queue.
   */
  public static final Duration QUEUE_GRACE = Duration.ofMinutes(15);

  /** Returns the first revision of evidence, as the other {@code granted} does. */
  public static Attachment granted(
      AttachmentId id,
      Declaration declaration,
      boolean encrypted,
      DataSize maxBytes,
      QuotaAccount account,
      Sha256 receiptHash,
      Instant now,
      Duration life) {
    return granted(
        id,
        new Purpose.Evidence(),
        declaration,
        encrypted,
        maxBytes,
        account,
        receiptHash,
        now,
        life);
  }

  /** Returns the first revision: granted, and due when the form and the grace after it are over. */
  public static Attachment granted(
      AttachmentId id,
      Purpose purpose,
      Declaration declaration,
      boolean encrypted,
      DataSize maxBytes,
      QuotaAccount account,
      Sha256 receiptHash,
      Instant now,
      Duration life) {
    Instant expires = now.plus(life);
    return new Attachment(
        id,
        purpose,
        declaration,
        encrypted,
        maxBytes,
        account,
        receiptHash,
        now,
        expires,
        expires.plus(UPLOAD_GRACE),
        new Granted(),
        1);
  }

  /**
   * Tells whether this receipt is the one of its grant and still in force; compared in constant
   * time.
   */
  public boolean wasGrantedTo(Receipt receipt, Instant now) {
    boolean same =
        MessageDigest.isEqual(
            receipt.hash().hex().getBytes(StandardCharsets.US_ASCII),
            receiptHash.hex().getBytes(StandardCharsets.US_ASCII));
    return same && now.isBefore(grantedAt.plus(Receipt.LIFE));
  }

  /** Returns where its sender's bytes are in the quarantine bucket. */
  public ObjectKey quarantineKey() {
    return purpose.quarantineKey(id);
  }

  /** Tells whether nothing more will happen to it. */
  public boolean hasEnded() {
    return switch (state) {
      case Granted _, Quarantined _ -> false;
      case Judged _, Expired _ -> true;
    };
  }

  /**
   * Returns how much of the deployment's quarantine it takes up: what it may send, then what it
   * sent, then nothing.
   */
  public DataSize reservedBytes() {
    return switch (state) {
      case Granted _ -> maxBytes;
      case Quarantined quarantined -> quarantined.size();
      case Judged _, Expired _ -> DataSize.ZERO;
    };
  }

  /**
   * Binds the first version that arrived.
   *
   * @throws IllegalStateException unless it is still only granted
   */
  public Attachment bind(VersionId version, DataSize size, Instant now) {
    require(state instanceof Granted, "only a granted attachment can be bound");
    return next(new Quarantined(version, size, now, 0), now.plus(QUEUE_GRACE));
  }

  /**
   * Records the verdict on the bound version.
   *
   * @throws IllegalStateException unless it is quarantined
   */
  public Attachment judge(Judgement judgement, Instant now) {
    if (state instanceof Quarantined quarantined) {
      return next(new Judged(quarantined.version(), judgement, now, Optional.empty()), dueAt);
    }
    throw new IllegalStateException("only a quarantined attachment can be judged");
  }

  /**
   * Puts another judgement of the bound version in the place of the one there is; the clean bytes
   * of that one have to go unless they are the same.
   *
   * @param judgement the newest; the one there is, when nothing can be said that is better
   * @param job on whose behalf
   * @throws IllegalStateException unless it was judged and the judgement may replace the one before
   */
  public Attachment rejudge(Judgement judgement, ResanitizeJobId job, Instant now) {
    if (!(state instanceof Judged before)) {
      throw new IllegalStateException("only a judged attachment can be judged again");
    }
    Judgement old = before.judgement();
    require(judgement.mayReplace(old), "only a scanner takes back what a scanner said");
    boolean changed = !judgement.verdict().equals(old.verdict());
    Optional<GivenVerdict> previously =
        changed ? Optional.of(old.given()) : before.rejudged().flatMap(Rejudgement::previously);
    Optional<ObjectKey> replaced =
        old.output().equals(judgement.output())
            ? before.leftover()
            : old.output().map(Judgement.Output::key);
    Rejudgement trace = new Rejudgement(job, now, changed, replaced, previously);
    return next(new Judged(before.version(), judgement, before.at(), Optional.of(trace)), dueAt);
  }

  /**
   * Gives it up without a verdict.
   *
   * @throws IllegalStateException when it has ended already
   */
  public Attachment expire(ReasonCode reason, Instant now) {
    require(!hasEnded(), "what has ended cannot expire");
    return next(new Expired(reason, now), dueAt);
  }

  /** Puts off the sweeper's next look. */
  public Attachment postpone(Instant until) {
    require(!hasEnded(), "nobody looks at what has ended");
    return next(state, until);
  }

  /**
   * Notes that an attempt to judge it has outlasted its deadline.
   *
   * @throws IllegalStateException unless it is quarantined
   */
  public Attachment timedOut() {
    if (state instanceof Quarantined(VersionId version, DataSize size, Instant since, int before)) {
      return next(new Quarantined(version, size, since, before + 1), dueAt);
    }
    throw new IllegalStateException("only a quarantined attachment can time out");
  }

  private Attachment next(AttachmentState changed, Instant due) {
    return new Attachment(
        id,
        purpose,
        declaration,
        encrypted,
        maxBytes,
        account,
        receiptHash,
        grantedAt,
        formExpiresAt,
        due,
        changed,
        revision + 1);
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalStateException(message);
    }
  }
}
