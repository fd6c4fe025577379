package dev.sallyport.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sallyport.lambda.settings.LambdaEnvironment;
import dev.sallyport.lambda.settings.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Optional;

/**
 * Shows operators the queues and what these have given up; handler of the function behind {@code
 * /service/operations/queues}. A function of its own, since no other knows every queue and its dead
 * letters while strangers wait for it.
 */
public final class QueuesHandler implements RequestStreamHandler {
  private final HttpFunction function;

  /** Held here, because the registry of hooks forgets what nobody holds. */
  @SuppressWarnings("UnusedVariable")
  private final Optional<Snapshot> snapshot;

  /** Called by Lambda, once for each process. */
  public QueuesHandler() {
    this(LambdaEnvironment.ofProcess());
  }

  QueuesHandler(LambdaEnvironment environment) {
    FreshIds ids = new FreshIds();
    function =
        DaggerQueuesComponent.factory()
            .create(
                Clock.systemUTC(),
                ids,
                environment.read(Part.TOKENS, Part.AWS, Part.CORS, Part.EVERY_QUEUE))
            .function();
    snapshot = Snapshot.registerIf(environment.isSnapStart(), function::practise, ids);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    function.handle(in, out, context.getAwsRequestId());
  }
}
