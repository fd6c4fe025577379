package dev.sallyport.http.deployment;

import dev.sallyport.clamd.ClamdCheck;
import dev.sallyport.http.metrics.PrometheusMetrics;
import dev.sallyport.operations.MessageOperation;
import dev.sallyport.operations.OperationCatalog;
import dev.sallyport.operations.Queues;
import dev.sallyport.operations.ScheduledOperation;
import java.util.Optional;
import java.util.Set;

/** What the component of every deployment hands out to be run. */
public interface DeploymentParts {
  /** Every HTTP operation. */
  OperationCatalog catalog();

  /** What is done with messages. */
  Set<MessageOperation> messageOperations();

  /** What is done by the clock. */
  Set<ScheduledOperation> scheduledOperations();

  /** The queues that messages come from. */
  Queues queues();

  /** Asks the malware scanner whether it is there, when there is one. */
  Optional<ClamdCheck> scannerCheck();

  /** Everything that was counted. */
  PrometheusMetrics metrics();
}
