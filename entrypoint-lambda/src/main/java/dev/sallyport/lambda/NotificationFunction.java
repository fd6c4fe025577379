package dev.sallyport.lambda;

import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.aws.metrics.MetricFlush;
import dev.sallyport.aws.notification.Bucket;
import dev.sallyport.aws.notification.Owner;
import dev.sallyport.aws.notification.PatchFailedException;
import dev.sallyport.aws.notification.PatchNotifications;
import dev.sallyport.aws.notification.Target;
import dev.sallyport.lambda.event.CustomResource;
import dev.sallyport.lambda.event.CustomResource.Properties;
import dev.sallyport.lambda.event.CustomResourceAnswer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what CloudFormation asks of a {@code PatchS3Notifications} resource and answers in every
 * case: also when the request makes no sense, when a service is away, and when time runs out.
 *
 * <p>The physical id names owner and bucket. So a resource that moves to another bucket is a new
 * one, and CloudFormation asks to delete the former by itself.
 */
final class NotificationFunction {
  private static final Logger LOG = LoggerFactory.getLogger(NotificationFunction.class);
  private static final Set<String> TYPES = Set.of("Create", "Update", "Delete");
  private static final int MOST_TARGETS = 20;

  /** For the answer and its repetitions. */
  private static final Duration MARGIN = Duration.ofSeconds(16);

  private final PatchNotifications patch;
  private final CloudFormationReply reply;
  private final MetricFlush flush;
  private final Clock clock;

  @Inject
  NotificationFunction(
      PatchNotifications patch, CloudFormationReply reply, MetricFlush flush, Clock clock) {
    this.patch = patch;
    this.reply = reply;
    this.flush = flush;
    this.clock = clock;
  }

  /**
   * Handles one request.
   *
   * @param partition such as {@code aws}
   * @param remaining how much time this invocation has
   * @throws IOException when nobody can be answered
   */
  void handle(InputStream in, String partition, Duration remaining) throws IOException {
    try {
      CustomResource request = CustomResource.read(in);
      if (!CloudFormationReply.isTrusted(request.responseUrl())) {
        // Whoever asks so is not CloudFormation; nothing is done for it.
        throw new IOException("the response address is none of CloudFormation's");
      }
      Duration time = remaining.minus(MARGIN);
      CustomResourceAnswer answer = within(time, request, partition);
      LOG.atInfo()
          .addKeyValue("request", TYPES.contains(request.type()) ? request.type() : "unknown")
          .addKeyValue("succeeded", answer.succeeded())
          .log("a custom resource is answered");
      reply.send(request, answer);
    } finally {
      flush.flush();
    }
  }

  /** A step that hangs must not keep the answer: it is left to itself. */
  private CustomResourceAnswer within(Duration time, CustomResource request, String partition) {
    Deadline deadline = Deadline.after(time, clock);
    FutureTask<CustomResourceAnswer> task =
        new FutureTask<>(() -> answer(request, partition, deadline));
    Thread.ofVirtual().name("patch-notifications").start(task);
    try {
      return task.get(Math.max(0, time.toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      task.cancel(true);
      return failed(request, "no time is left");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(request, "interrupted");
    } catch (ExecutionException e) {
      LOG.atError()
          .addKeyValue("code", "patch_failed")
          .setCause(e.getCause())
          .log("a mistake of ours");
      return failed(request, "internal error");
    }
  }

  private CustomResourceAnswer answer(CustomResource request, String partition, Deadline deadline) {
    try {
      return switch (request.type()) {
        case "Create", "Update" -> apply(request, partition, deadline);
        case "Delete" -> remove(request, partition, deadline);
        default -> failed(request, "neither Create nor Update nor Delete");
      };
    } catch (PatchFailedException | IllegalArgumentException e) {
      return failed(request, String.valueOf(e.getMessage()));
    } catch (PortUnavailableException | OutcomeUnknownException | CorruptDataException e) {
      LOG.atError()
          .addKeyValue("code", "patch_failed")
          .setCause(e)
          .log("nothing or a part is changed");
      return failed(request, "S3 or SQS does not answer, or answers nonsense");
    }
  }

  private CustomResourceAnswer apply(CustomResource request, String partition, Deadline deadline) {
    Properties wanted = request.properties();
    Bucket bucket = new Bucket(partition, wanted.bucket());
    if (!wanted.account().matches("\\d{12}")) {
      throw new IllegalArgumentException("BucketAccount has twelve digits");
    }
    List<Target> targets = targets(wanted);
    if (targets.isEmpty()) {
      throw new IllegalArgumentException("Targets names nobody");
    }
    Owner owner = owner(request);
    boolean sameBucket = request.oldProperties().bucket().equals(wanted.bucket());
    patch.apply(
        owner,
        bucket,
        wanted.account(),
        targets,
        sameBucket ? PatchNotifications.queues(known(request.oldProperties())) : List.of(),
        deadline);
    String name = physicalId(owner, wanted);
    if (!sameBucket && name.equals(request.physicalId())) {
      undo(owner, partition, request.oldProperties(), deadline);
    }
    return new CustomResourceAnswer(true, "", name);
  }

  /**
   * Removes what an update may have left in a bucket that it failed to move to: the resource goes
   * back to the one that it never left, so nobody asks to delete anything of the other. Whatever
   * failed there may fail again, and must not keep the stack from going back.
   */
  private void undo(Owner owner, String partition, Properties failed, Deadline deadline) {
    try {
      Bucket bucket = new Bucket(partition, failed.bucket());
      patch.remove(owner, bucket, PatchNotifications.queues(known(failed)), deadline);
    } catch (IllegalArgumentException neverApplied) {
      // There is no such bucket.
    } catch (RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("code", "undo_failed")
          .setCause(e)
          .log("a bucket may keep entries of an update that failed");
    }
  }

  /**
   * Removes what the properties name. Properties that make no sense were refused when they were to
   * be applied, so there is nothing to remove; to fail would leave the stack where it is for good.
   */
  private CustomResourceAnswer remove(CustomResource request, String partition, Deadline deadline) {
    Properties former = request.properties();
    Owner owner = owner(request);
    Bucket bucket;
    try {
      bucket = new Bucket(partition, former.bucket());
    } catch (IllegalArgumentException neverApplied) {
      return succeeded(request);
    }
    patch.remove(owner, bucket, PatchNotifications.queues(known(former)), deadline);
    return succeeded(request);
  }

  private static Owner owner(CustomResource request) {
    if (request.stackId().isEmpty() || request.logicalId().isEmpty()) {
      throw new IllegalArgumentException("StackId and LogicalResourceId are missing");
    }
    return Owner.of(request.stackId(), request.logicalId());
  }

  private static List<Target> targets(Properties properties) {
    if (properties.targets().size() > MOST_TARGETS) {
      throw new IllegalArgumentException("Targets has more than " + MOST_TARGETS + " items");
    }
    return properties.targets().stream()
        .map(one -> new Target(one.arn(), one.events(), one.prefix(), one.suffix()))
        .toList();
  }

  /** What was refused was never applied. */
  private static List<Target> known(Properties properties) {
    try {
      return targets(properties);
    } catch (IllegalArgumentException neverApplied) {
      return List.of();
    }
  }

  private static String physicalId(Owner owner, Properties properties) {
    return owner.id() + "/" + properties.bucket();
  }

  private static CustomResourceAnswer succeeded(CustomResource request) {
    return new CustomResourceAnswer(true, "", nameOf(request));
  }

  private static CustomResourceAnswer failed(CustomResource request, String reason) {
    return new CustomResourceAnswer(false, reason, nameOf(request));
  }

  /**
   * A resource keeps its name when nothing came of a change; one that never was needs some name.
   */
  private static String nameOf(CustomResource request) {
    return request.physicalId().isEmpty() ? "never-applied" : request.physicalId();
  }
}
