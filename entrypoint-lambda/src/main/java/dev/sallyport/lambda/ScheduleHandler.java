package dev.sallyport.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sallyport.lambda.settings.LambdaEnvironment;
import dev.sallyport.lambda.settings.Part;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Optional;

/** Does what is done by the clock; handler of the function that a schedule invokes every minute. */
public final class ScheduleHandler implements RequestStreamHandler {
  private final ScheduleFunction function;

  /** Held here, because the registry of hooks forgets what nobody holds. */
  @SuppressWarnings("UnusedVariable")
  private final Optional<Snapshot> snapshot;

  /** Called by Lambda, once for each process. */
  public ScheduleHandler() {
    this(LambdaEnvironment.ofProcess());
  }

  ScheduleHandler(LambdaEnvironment environment) {
    FreshIds ids = new FreshIds();
    function =
        DaggerScheduleComponent.factory()
            .create(
                Clock.systemUTC(),
                ids,
                environment.read(
                    Part.AWS, Part.TABLES, Part.BUCKETS, Part.CHECKS, Part.EVERY_QUEUE))
            .function();
    snapshot = Snapshot.registerIf(environment.isSnapStart(), () -> {}, ids);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) {
    function.run();
  }
}
