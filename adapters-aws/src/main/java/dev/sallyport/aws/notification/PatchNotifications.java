package dev.sallyport.aws.notification;

import dev.sallyport.application.shared.Deadline;
import dev.sallyport.application.shared.PortUnavailableException;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Adds, replaces and removes one owner's entries in a bucket's notifications, and the statement
 * that lets the bucket send to a queue; everybody else's stay as they are.
 *
 * <p>S3 and SQS replace the whole without a condition. So what is there is read again right before
 * it is replaced, and read once more after it; whenever it is not what was expected, all begins
 * anew. What somebody else writes in the instant between that read and the write is lost to both:
 * nothing in S3 could prevent that, and {@code docs/fidelity.md} says so.
 *
 * <p>Each step may be repeated: a run that was killed leaves nothing that the next would not mend.
 */
public final class PatchNotifications {
  private static final int ATTEMPTS = 6;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

  private final BucketNotifications buckets;
  private final QueuePolicies policies;
  private final Consumer<Duration> pause;

  @Inject
  PatchNotifications(BucketNotifications buckets, QueuePolicies policies) {
    this(buckets, policies, time -> LockSupport.parkNanos(time.toNanos()));
  }

  PatchNotifications(
      BucketNotifications buckets, QueuePolicies policies, Consumer<Duration> pause) {
    this.buckets = buckets;
    this.policies = policies;
    this.pause = pause;
  }

  /**
   * Makes these the owner's only entries of the bucket.
   *
   * @param account that the bucket belongs to, twelve digits
   * @param former queues that the owner's entries may have named before; those that are not named
   *     any more lose their statement
   * @throws PatchFailedException when it cannot be done, or not within the deadline
   * @throws PortUnavailableException when a service does not answer
   */
  public void apply(
      Owner owner,
      Bucket bucket,
      String account,
      List<Target> targets,
      Collection<String> former,
      Deadline deadline) {
    Set<String> queues = queues(targets);
    String sid = owner.statement(bucket);
    for (String queue : queues) {
      String statement = PolicyDocument.letS3Send(sid, queue, bucket.arn(), account);
      changePolicy(queue, policy -> policy.with(sid, statement), deadline);
    }
    changeEntries(owner, bucket, owner.entries(targets), deadline);
    Set<String> left = new LinkedHashSet<>(former);
    left.removeAll(queues);
    left.forEach(queue -> forget(sid, queue, deadline));
  }

  /**
   * Removes the owner's entries of the bucket, and the statements that let this bucket send. A
   * bucket or queue that is gone has none.
   *
   * @throws PatchFailedException when it cannot be done, or not within the deadline
   * @throws PortUnavailableException when a service does not answer
   */
  public void remove(Owner owner, Bucket bucket, Collection<String> queues, Deadline deadline) {
    try {
      changeEntries(owner, bucket, List.of(), deadline);
    } catch (MissingResourceException gone) {
      // Its notifications went with it.
    }
    String sid = owner.statement(bucket);
    new LinkedHashSet<>(queues).forEach(queue -> forget(sid, queue, deadline));
  }

  /** Returns the queues among the targets. */
  public static Set<String> queues(Collection<Target> targets) {
    Set<String> queues = new LinkedHashSet<>();
    targets.stream().filter(Target::isQueue).map(Target::arn).forEach(queues::add);
    return queues;
  }

  private void forget(String sid, String queue, Deadline deadline) {
    try {
      changePolicy(queue, policy -> policy.without(sid), deadline);
    } catch (MissingResourceException gone) {
      // Its policy went with it.
    }
  }

  private void changeEntries(Owner owner, Bucket bucket, List<Entry> own, Deadline deadline) {
    repeat(
        deadline,
        () -> {
          NotificationTable before = buckets.read(bucket.name());
          NotificationTable after = before.with(owner, own);
          if (after.equals(before)) {
            return true;
          }
          if (!buckets.read(bucket.name()).equals(before)) {
            return false;
          }
          buckets.replace(bucket.name(), after);
          return buckets.read(bucket.name()).equals(after);
        });
  }

  private void changePolicy(String queue, PolicyChange change, Deadline deadline) {
    repeat(
        deadline,
        () -> {
          String before = policies.read(queue);
          PolicyDocument parsed = PolicyDocument.parse(before);
          PolicyDocument after = change.of(parsed);
          if (after.equals(parsed)) {
            return true;
          }
          if (!policies.read(queue).equals(before)) {
            return false;
          }
          policies.replace(queue, after.text());
          return PolicyDocument.parse(policies.read(queue)).resembles(after);
        });
  }

  /** Makes the policy what it should be. */
  private interface PolicyChange {
    PolicyDocument of(PolicyDocument policy);
  }

  /** Tries once; tells whether all is as it should be. */
  private interface Attempt {
    boolean succeeds();
  }

  /**
   * Tries until it holds. A refusal is tried again too: S3 checks whether it may send to a queue,
   * and a policy takes a while to be known everywhere.
   */
  private void repeat(Deadline deadline, Attempt attempt) {
    Duration wait = FIRST_PAUSE;
    for (int tries = 1; ; tries++) {
      if (deadline.remaining().compareTo(wait) < 0) {
        throw new PatchFailedException("no time is left", null);
      }
      try {
        if (attempt.succeeds()) {
          return;
        }
        if (tries == ATTEMPTS) {
          throw new PatchFailedException("somebody else keeps changing it", null);
        }
      } catch (RefusedException e) {
        if (tries == ATTEMPTS) {
          throw new PatchFailedException("the service refuses it", e);
        }
      }
      pause.accept(wait);
      wait = wait.multipliedBy(2);
    }
  }
}
