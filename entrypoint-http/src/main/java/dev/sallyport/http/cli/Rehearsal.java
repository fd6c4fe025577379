package dev.sallyport.http.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Asks a server what the first callers will ask it, so that the class cache of the start script
 * knows what they need.
 */
final class Rehearsal {
  private static final List<String> READ = List.of("/service/status", "/docs", "/openapi.json");

  private static final int PATIENCE_MILLIS = 10_000;

  private Rehearsal() {}

  /** Asks everything once; the answers do not matter. */
  static void run(URI url) throws IOException {
    for (String path : READ) {
      exchange(url.resolve(path), "");
    }
    exchange(url.resolve("/auth"), "{\"username\":\"rehearsal\",\"password\":\"rehearsal\"}");
    exchange(url.resolve("/service/upload"), "{\"encryptedPosts\":1,\"plainPosts\":1}");
    exchange(url.resolve("/service/reports"), "{}");
    exchange(url.resolve("/storage/quarantine"), "{}");
  }

  private static void exchange(URI url, String body) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    if (!body.isEmpty()) {
      connection.setDoOutput(true);
      connection.setRequestProperty("Content-Type", "application/json");
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body.getBytes(StandardCharsets.UTF_8));
      }
    }
    InputStream answer =
        connection.getResponseCode() < 400
            ? connection.getInputStream()
            : connection.getErrorStream();
    if (answer != null) {
      try (answer) {
        answer.transferTo(OutputStream.nullOutputStream());
      }
    }
  }
}
