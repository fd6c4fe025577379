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

/** Keeps one owner's entries in the notifications of a bucket; handler of a custom resource. */
public final class PatchS3NotificationsHandler implements RequestStreamHandler {
  private final NotificationFunction function;

  /** Held here, because the registry of hooks forgets what nobody holds. */
  @SuppressWarnings("UnusedVariable")
  private final Optional<Snapshot> snapshot;

  /** Called by Lambda, once for each process. */
  public PatchS3NotificationsHandler() {
    this(LambdaEnvironment.ofProcess());
  }

  PatchS3NotificationsHandler(LambdaEnvironment environment) {
    FreshIds ids = new FreshIds();
    function =
        DaggerNotificationComponent.factory()
            .create(Clock.systemUTC(), ids, environment.read(Part.AWS))
            .function();
    snapshot = Snapshot.registerIf(environment.isSnapStart(), () -> {}, ids);
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    function.handle(
        in,
        partition(context.getInvokedFunctionArn()),
        Duration.ofMillis(context.getRemainingTimeInMillis()));
  }

  /** {@code arn:aws:lambda:...}; buckets are where the function is. */
  private static String partition(String functionArn) {
    String[] parts = functionArn.split(":", 3);
    return parts.length == 3 ? parts[1] : "aws";
  }
}
