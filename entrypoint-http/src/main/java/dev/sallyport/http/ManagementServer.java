package dev.sallyport.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * Serves {@code /metrics} without a login on a loopback port of its own, so that whoever watches
 * this machine needs no account and nobody else reaches it. The JDK's small server is enough for
 * that and shares nothing with the public one, which may be the thing that is stuck.
 */
public final class ManagementServer implements AutoCloseable {
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int NO_BODY = -1;

  private final HttpServer server;

  private ManagementServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Starts to serve.
   *
   * @param port 0 for any free one
   * @param mediaType of the text
   * @param metrics makes the text anew for each request
   * @throws IOException when the port is taken
   */
  public static ManagementServer start(int port, String mediaType, Supplier<String> metrics)
      throws IOException {
    HttpServer server = bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    server.createContext("/metrics", exchange -> answer(exchange, mediaType, metrics));
    server.start();
    return new ManagementServer(server);
  }

  private static HttpServer bind(InetSocketAddress address) throws IOException {
    try {
      return HttpServer.create(address, 0);
    } catch (IOException taken) {
      throw new IOException(
          "cannot listen on port " + address.getPort() + ": " + taken.getMessage(), taken);
    }
  }

  private static void answer(HttpExchange exchange, String mediaType, Supplier<String> metrics)
      throws IOException {
    try (exchange) {
      if (!exchange.getRequestMethod().equals("GET")) {
        exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, NO_BODY);
        return;
      }
      byte[] text = metrics.get().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", mediaType);
      exchange.sendResponseHeaders(200, text.length);
      exchange.getResponseBody().write(text);
    }
  }

  /** Returns the port that it listens on. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Stops at once. */
  @Override
  public void close() {
    server.stop(0);
  }
}
