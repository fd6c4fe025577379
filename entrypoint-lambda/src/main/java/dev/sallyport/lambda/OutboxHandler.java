package dev.sallyport.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sallyport.lambda.settings.LambdaEnvironment;
import dev.sallyport.lambda.settings.Part;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Carries events from the outbox to their queues; woken by a stream, a schedule or anything else.
 */
public final class OutboxHandler implements RequestStreamHandler {
  private final OutboxFunction function;

  /** Held here, because the registry of hooks forgets what nobody holds. */
  @SuppressWarnings("UnusedVariable")
  private final Optional<Snapshot> snapshot;

  /** Called by Lambda, once for each process. */
  public OutboxHandler() {
    this(LambdaEnvironment.ofProcess());
  }

  OutboxHandler(LambdaEnvironment environment) {
    FreshIds ids = new FreshIds();
    function =
        DaggerOutboxComponent.factory()
            .create(
                Clock.systemUTC(),
                ids,
                environment.read(
                    Part.AWS,
                    Part.TABLES,
                    Part.AUDIT_QUEUE,
                    Part.HEAT_MAP_QUEUE,
                    Part.TRACKER_QUEUE,
                    Part.ACTIVITY_QUEUE,
                    Part.RENDITIONS_QUEUE))
            .function();
    snapshot = Snapshot.registerIf(environment.isSnapStart(), () -> {}, ids);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    function.run(() -> Duration.ofMillis(context.getRemainingTimeInMillis()));
  }
}
