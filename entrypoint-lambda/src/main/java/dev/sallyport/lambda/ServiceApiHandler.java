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
 * Answers everything over HTTP but signing in, SLA errors, forms for pictures, migrations and
 * queues; handler of the function behind {@code /service}, {@code /api/profile} and the documents.
 */
public final class ServiceApiHandler implements RequestStreamHandler {
  private final HttpFunction function;

  /** Held here, because the registry of hooks forgets what nobody holds. */
  @SuppressWarnings("UnusedVariable")
  private final Optional<Snapshot> snapshot;

  /** Called by Lambda, once for each process. */
  public ServiceApiHandler() {
    this(LambdaEnvironment.ofProcess());
  }

  ServiceApiHandler(LambdaEnvironment environment) {
    FreshIds ids = new FreshIds();
    function =
        DaggerServiceApiComponent.factory()
            .create(
                Clock.systemUTC(),
                ids,
                environment.read(
                    Part.TOKENS,
                    Part.AWS,
                    Part.TABLES,
                    Part.BUCKETS,
                    Part.PUBLIC_ASSETS,
                    Part.SECRETS,
                    Part.PAGE_TOKENS,
                    Part.CORS,
                    Part.UPLOADS))
            .function();
    snapshot = Snapshot.registerIf(environment.isSnapStart(), function::practise, ids);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    function.handle(in, out, context.getAwsRequestId());
  }
}
