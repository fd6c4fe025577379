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
 * Makes pictures of uploads that have passed; handler of the function behind the queue of verdicts.
 * It needs no right to the quarantine.
 */
public final class PicturesHandler implements RequestStreamHandler {
  private final MessageFunction function;

  /** Held here, because the registry of hooks forgets what nobody holds. */
  @SuppressWarnings("UnusedVariable")
  private final Optional<Snapshot> snapshot;

  /** Called by Lambda, once for each process. */
  public PicturesHandler() {
    this(LambdaEnvironment.ofProcess());
  }

  PicturesHandler(LambdaEnvironment environment) {
    FreshIds ids = new FreshIds();
    function =
        DaggerPicturesComponent.factory()
            .create(
                Clock.systemUTC(),
                ids,
                environment.read(
                    Part.AWS,
                    Part.TABLES,
                    Part.BUCKETS,
                    Part.ASSETS,
                    Part.RENDITIONS_QUEUE,
                    Part.PICTURES_QUEUE))
            .function();
    snapshot = Snapshot.registerIf(environment.isSnapStart(), () -> {}, ids);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    function.handle(in, out, () -> Duration.ofMillis(context.getRemainingTimeInMillis()));
  }
}
