package dev.sallyport.benchmarks.sla;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the same runs cost without a token, a check or an order of any kind: Javalin and Jackson put
 * each breach into a map.
 */
public final class BareWatch {
  private BareWatch() {}

  /** Serves until it is killed; prints its address. */
  public static void main(String[] arguments) {
    Map<UUID, JsonNode> kept = new ConcurrentHashMap<>();
    ObjectMapper json = new ObjectMapper();
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
                JsonNode run = json.readTree(context.bodyAsBytes()).path("sla_error");
                for (JsonNode breach : run) {
                  kept.put(UUID.randomUUID(), breach);
                }
                context
                    .contentType("application/json")
                    .result(json.writeValueAsBytes(Map.of("accepted", run.size())));
              });
        });
    javalin.start();
    System.out.println("http://127.0.0.1:" + javalin.port());
  }
}
