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

/** Decides for an HTTP API whether a caller shows a genuine token; handler of the authorizer. */
public final class AuthorizerHandler implements RequestStreamHandler {
  private final AuthorizerFunction function;

  /** Held here, because the registry of hooks forgets what nobody holds. */
  @SuppressWarnings("UnusedVariable")
  private final Optional<Snapshot> snapshot;

  /** Called by Lambda, once for each process. */
  public AuthorizerHandler() {
    this(LambdaEnvironment.ofProcess());
  }

  AuthorizerHandler(LambdaEnvironment environment) {
    FreshIds ids = new FreshIds();
    function =
        DaggerAuthorizerComponent.factory()
            .create(Clock.systemUTC(), ids, environment.read(Part.TOKENS))
            .function();
    snapshot = Snapshot.registerIf(environment.isSnapStart(), function::practise, ids);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    function.handle(in, out);
  }
}
