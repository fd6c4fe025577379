package dev.sallyport.benchmarks.sla;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.javalin.Javalin;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the same runs cost without a token, a check or an order of any kind: Javalin and Jackson put
 * each breach into a map.
 */
public final class BareWatch {
  private static final JsonFactory JSON = new JsonFactory();

  private BareWatch() {}

  /** Serves until it is killed; prints its address. */
  public static void main(String[] arguments) {
    Map<UUID, byte[]> kept = new ConcurrentHashMap<>();
    Javalin javalin =
        Javalin.create(config -> {
          config.startup.showJavalinBanner = false;
          config.startup.showOldJavalinVersionWarning = false;
          config.concurrency.useVirtualThreads = true;
          config.jetty.host = "127.0.0.1";
          config.jetty.port = 0;
          config.routes.post(
              SlaClient.INGEST,
              context -> {
                int count = keep(context.bodyAsBytes(), kept);
                context.contentType("application/json").result("{\"accepted\":" + count + "}");
              });
        });
    javalin.start();
    System.out.println("http://127.0.0.1:" + javalin.port());
  }

  /** Puts the bytes of each breach into the map, once the parser has been through them. */
  private static int keep(byte[] run, Map<UUID, byte[]> kept) throws IOException {
    int count = 0;
    int depth = 0;
    int begin = 0;
    try (JsonParser parser = JSON.createParser(run)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_OBJECT && ++depth == 2) {
          begin = (int) parser.currentTokenLocation().getByteOffset();
        } else if (token == JsonToken.END_OBJECT && depth-- == 2) {
          int end = (int) parser.currentLocation().getByteOffset();
          kept.put(UUID.randomUUID(), Arrays.copyOfRange(run, begin, end));
          count++;
        }
      }
    }
    return count;
  }
}
