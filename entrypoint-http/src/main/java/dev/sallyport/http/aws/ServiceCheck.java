package dev.sallyport.http.aws;

import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.aws.queue.QueueCheck;
import dev.sallyport.aws.secrets.DeploymentSecrets;
import dev.sallyport.aws.storage.BucketCheck;
import dev.sallyport.aws.table.TableSetup;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks every service, before the first caller does, whether it is as this deployment needs it. */
final class ServiceCheck {
  private final TableSetup tables;
  private final BucketCheck buckets;
  private final QueueCheck queues;
  private final DeploymentSecrets secrets;
  private final boolean createsTables;

  @Inject
  ServiceCheck(
      TableSetup tables,
      BucketCheck buckets,
      QueueCheck queues,
      DeploymentSecrets secrets,
      AwsServices services) {
    this.createsTables = services.createsTables();
    this.tables = tables;
    this.buckets = buckets;
    this.queues = queues;
    this.secrets = secrets;
  }

  /** Returns everything that is wrong, in words for whoever set it up; nothing when all is well. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    problems.addAll(ask(this::tableProblems));
    problems.addAll(ask(buckets::problems));
    problems.addAll(ask(queues::problems));
    problems.addAll(
        ask(() -> {
          secrets.pageTokenKeys();
          return List.of();
        }));
    return problems;
  }

  private List<String> tableProblems() {
    if (createsTables) {
      tables.createMissing();
    }
    return tables.problems();
  }

  private static List<String> ask(Supplier<List<String>> check) {
    try {
      return check.get();
    } catch (PortUnavailableException away) {
      return List.of(away.getMessage() + " (" + reason(away) + ")");
    } catch (CorruptDataException wrong) {
      return List.of(String.valueOf(wrong.getMessage()));
    }
  }

  /** The kind of the innermost failure: its message may name what should not be shown. */
  private static String reason(Throwable failure) {
    Throwable innermost = failure;
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      innermost = cause;
    }
    return innermost.getClass().getSimpleName();
  }
}
