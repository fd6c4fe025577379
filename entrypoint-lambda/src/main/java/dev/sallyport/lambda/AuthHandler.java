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

/** Turns credentials into tokens; handler of the function behind {@code /auth}. */
public final class AuthHandler implements RequestStreamHandler {
  private final HttpFunction function;

  /** Held here, because the registry of hooks forgets what nobody holds. */
  @SuppressWarnings("UnusedVariable")
  private final Optional<Snapshot> snapshot;

  /** Called by Lambda, once for each process. */
  public AuthHandler() {
    this(LambdaEnvironment.ofProcess());
  }

  AuthHandler(LambdaEnvironment environment) {
    FreshIds ids = new FreshIds();
    function =
        DaggerAuthComponent.factory()
            .create(
                Clock.systemUTC(),
                ids,
                environment.read(
                    Part.TOKENS, Part.AWS, Part.DIRECTORY, Part.SECRETS, Part.TABLES, Part.CORS))
            .function();
    snapshot = Snapshot.registerIf(environment.isSnapStart(), function::practise, ids);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    function.handle(in, out, context.getAwsRequestId());
  }
}
