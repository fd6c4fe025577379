package dev.sallyport.benchmarks.http;

import io.javalin.Javalin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Javalin costs when there is nothing to do: it answers the same bytes to every request.
 * Started with the kind of threads and the files that hold the answers to {@link Exchange#ALL}.
 */
public final class BareServer {
  private BareServer() {}

  /** Serves until it is killed; prints its address. */
  public static void main(String[] arguments) throws IOException {
    byte[] status = Files.readAllBytes(Path.of(arguments[1]));
    byte[] upload = Files.readAllBytes(Path.of(arguments[2]));
    Javalin javalin =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.startup.showOldJavalinVersionWarning = false;
          config.concurrency.useVirtualThreads = arguments[0].equals("virtual");
          config.jetty.host = "127.0.0.1";
          config.jetty.port = 0;
          config.routes.get(
              Exchange.STATUS.path(),
              context -> context.contentType("application/json").result(status));
          config.routes.post(
              Exchange.UPLOAD.path(),
              context -> {
                // Unread, the body would stand in the way of the connection's next request.
                context.bodyAsBytes();
                context.contentType("application/json").result(upload);
              });
        });
    javalin.start();
    System.out.println("http://127.0.0.1:" + javalin.port());
  }
}
