package dev.sallyport.aws.table;

import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.aws.shared.Failures;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * Writes items of any tables all or none, and tries again when others were in the way.
 *
 * <p>Every attempt of one write carries the same client request token, by which DynamoDB knows for
 * ten minutes that it is the same one (<a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">TransactWriteItems</a>):
 * when an answer was lost, the next attempt learns the true outcome instead of finding its own
 * condition failed. An outcome is unknown only when the last attempts were all without an answer,
 * or when one without an answer was followed by refusals to work.
 */
@Singleton
public final class TableTransactions {
  private static final int ATTEMPTS = 10;
  private static final Duration LONGEST = Duration.ofSeconds(6);

  private final TableClients clients;
  private final IdGenerator ids;
  private final Backoff backoff;

  @Inject
  TableTransactions(TableClients clients, IdGenerator ids, Backoff backoff) {
    this.clients = clients;
    this.ids = ids;
    this.backoff = backoff;
  }

  /**
   * Writes items, at most 100, each at most once.
   *
   * <p>The first item that is not fine decides: when it met another transaction, everything is
   * tried again; when its condition failed, that is the outcome, whatever others met. So those
   * whose failure explains the others come first.
   *
   * @param what names the store in exceptions
   * @throws IllegalArgumentException when an item is larger than a table takes
   * @throws PortUnavailableException when it was certainly not written
   * @throws OutcomeUnknownException when it may have been written
   */
  public TransactionOutcome write(String what, List<TransactWriteItem> items) {
    TransactWriteItemsRequest request =
        TransactWriteItemsRequest.builder()
            .transactItems(items)
            .clientRequestToken(ids.newId().toString())
            .build();
    long start = System.nanoTime();
    boolean inDoubt = false;
    for (int attempt = 1; ; attempt++) {
      SdkException failure;
      try {
        clients.transactions().transactWriteItems(request);
        return new TransactionOutcome.Applied();
      } catch (TransactionCanceledException e) {
        Optional<TransactionOutcome> outcome = outcome(e);
        if (outcome.isPresent()) {
          return outcome.get();
        }
        failure = e;
      } catch (SdkException e) {
        inDoubt |= isInDoubt(e);
        failure = e;
      }
      boolean inTime = System.nanoTime() - start < LONGEST.toNanos();
      boolean again = attempt < ATTEMPTS && inTime && isWorthAnotherAttempt(failure);
      if (!again || !backoff.pause(attempt)) {
        throw failed(what, failure, inDoubt);
      }
    }
  }

  /** Returns what was decided, or nothing when others were in the way. */
  private static Optional<TransactionOutcome> outcome(TransactionCanceledException cancelled) {
    List<CancellationReason> reasons = cancelled.cancellationReasons();
    SortedSet<Integer> failed = new TreeSet<>();
    for (int i = 0; i < reasons.size(); i++) {
      switch (String.valueOf(reasons.get(i).code())) {
        case "None", "null" -> {}
        case "ConditionalCheckFailed" -> failed.add(i);
        case "ValidationError", "ItemCollectionSizeLimitExceeded" ->
            throw new IllegalArgumentException("an item does not fit its table", cancelled);
        default -> {
          // A conflict or throttling. It decides when it stands before all failed conditions.
          if (failed.isEmpty()) {
            return Optional.empty();
          }
        }
      }
    }
    return failed.isEmpty()
        ? Optional.empty()
        : Optional.of(new TransactionOutcome.Refused(failed));
  }

  /** An attempt that is still being worked on has an outcome that nobody knows yet. */
  private static boolean isInDoubt(SdkException e) {
    return e instanceof TransactionInProgressException || Failures.isInDoubt(e);
  }

  private static boolean isWorthAnotherAttempt(SdkException e) {
    if (e instanceof TransactionCanceledException || e instanceof TransactionInProgressException) {
      return true;
    }
    if (e instanceof SdkServiceException answer) {
      return answer.statusCode() >= 500
          || answer.isThrottlingException()
          || answer.isClockSkewException();
    }
    return true;
  }

  private static RuntimeException failed(String what, SdkException failure, boolean inDoubt) {
    return inDoubt
        ? new OutcomeUnknownException(what + " may have been changed", failure)
        : new PortUnavailableException(what + " are unavailable", failure);
  }
}
