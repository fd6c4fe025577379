package dev.sallyport.aws.shared;

import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/**
 * Says once for all adapters what a failed call means: certainly not applied, or perhaps applied.
 *
 * <p>What a service answers with 4xx it has not done (throttling included, which some services
 * answer with 503). Any other answer, and a connection that broke or timed out after it stood,
 * leaves a write in doubt. A read changes nothing, so its failure is never in doubt. Expected
 * answers, such as a failed condition, are for the adapter to catch before they come here.
 */
public final class Failures {
  private static final int SERVICE_UNAVAILABLE = 503;
  private static final int SERVER_ERROR = 500;

  private Failures() {}

  /**
   * Calls something that changes nothing.
   *
   * @param port named in the exception's message
   * @throws PortUnavailableException when it fails
   */
  public static <T> T reading(String port, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw unavailable(port, e);
    }
  }

  /**
   * Calls something that changes something.
   *
   * @param port named in the exception's message
   * @throws PortUnavailableException when it certainly did not happen
   * @throws OutcomeUnknownException when it may have happened
   */
  public static <T> T writing(String port, Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkException e) {
      throw isInDoubt(e)
          ? new OutcomeUnknownException(port + " may have been changed", e)
          : unavailable(port, e);
    }
  }

  /** Returns whether a failed write may have been applied. */
  public static boolean isInDoubt(SdkException e) {
    if (e instanceof SdkServiceException answer) {
      return answer.statusCode() >= SERVER_ERROR
          && answer.statusCode() != SERVICE_UNAVAILABLE
          && !answer.isThrottlingException();
    }
    return !neverConnected(e);
  }

  private static boolean neverConnected(Throwable e) {
    for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException
          || cause instanceof UnknownHostException
          || cause instanceof NoRouteToHostException) {
        return true;
      }
    }
    return false;
  }

  private static PortUnavailableException unavailable(String port, SdkException e) {
    return new PortUnavailableException(port + " is unavailable", e);
  }
}
