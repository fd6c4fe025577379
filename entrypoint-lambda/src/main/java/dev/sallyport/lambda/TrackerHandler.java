package dev.sallyport.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sallyport.lambda.settings.LambdaEnvironment;
import dev.sallyport.lambda.settings.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes issues of accepted reports where the team wants that; handler of the function behind the
 * queue that the outbox is carried to.
 */
public final class TrackerHandler implements RequestStreamHandler {
  private final MessageFunction function;

  /** Held here, because the registry of hooks forgets what nobody holds. */
  @SuppressWarnings("UnusedVariable")
  private final Optional<Snapshot> snapshot;

  /** Called by Lambda, once for each process. */
  public TrackerHandler() {
    this(LambdaEnvironment.ofProcess());
  }

  TrackerHandler(LambdaEnvironment environment) {
    FreshIds ids = new FreshIds();
    function =
        DaggerTrackerComponent.factory()
            .create(
                Clock.systemUTC(),
                ids,
                environment.read(Part.AWS, Part.SECRETS, Part.TABLES, Part.TRACKER_QUEUE))
            .function();
    snapshot = Snapshot.registerIf(environment.isSnapStart(), () -> {}, ids);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    function.handle(in, out, () -> Duration.ofMillis(context.getRemainingTimeInMillis()));
  }
}
