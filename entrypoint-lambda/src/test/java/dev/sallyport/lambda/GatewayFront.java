package dev.sallyport.lambda;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Stands before functions as an HTTP API does: HTTP in, events out, and back. */
final class GatewayFront implements AutoCloseable {
  private static final JsonFactory JSON = new JsonFactory();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicLong requests = new AtomicLong();
  private final RequestStreamHandler service;
  private final RequestStreamHandler auth;
  private final RequestStreamHandler sla;
  private final RequestStreamHandler migrations;
  private final RequestStreamHandler pictures;
  private final RequestStreamHandler queues;

  GatewayFront(
      RequestStreamHandler service,
      RequestStreamHandler auth,
      RequestStreamHandler sla,
      RequestStreamHandler migrations,
      RequestStreamHandler pictures,
      RequestStreamHandler queues) {
    this.service = service;
    this.auth = auth;
    this.sla = sla;
    this.migrations = migrations;
    this.pictures = pictures;
    this.queues = queues;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void handle(HttpExchange exchange) throws IOException {
    // An HTTP API hands over a decoded path and an encoded query.
    URI uri = exchange.getRequestURI();
    Map<String, String> headers = new LinkedHashMap<>();
    exchange
        .getRequestHeaders()
        .forEach(
            (name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join(",", values)));
    String body = Base64.getEncoder().encodeToString(exchange.getRequestBody().readAllBytes());
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    String event = Events.http(exchange.getRequestMethod(), uri.getPath(), query, headers, body);
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    String requestId = "gateway-" + requests.incrementAndGet();
    try {
      handlerOf(uri.getPath())
          .handleRequest(
              new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
              answer,
              new FixedContext(requestId, 30_000));
      send(exchange, answer.toByteArray());
    } catch (IOException | RuntimeException e) {
      exchange.sendResponseHeaders(500, -1);
      exchange.close();
      throw e;
    }
  }

  private RequestStreamHandler handlerOf(String path) {
    if (path.startsWith("/auth")) {
      return auth;
    }
    if (path.startsWith("/service/operations/migrations")) {
      return migrations;
    }
    if (path.startsWith("/service/operations/queues")) {
      return queues;
    }
    if (path.startsWith("/avatars") || path.startsWith("/banners")) {
      return pictures;
    }
    return path.startsWith("/file_sla_error") ? sla : service;
  }

  private static void send(HttpExchange exchange, byte[] answer) throws IOException {
    int status = 0;
    String body = "";
    boolean isBase64 = false;
    try (JsonParser in = JSON.createParser(answer)) {
      in.nextToken();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        switch (name) {
          case "statusCode" -> status = in.getIntValue();
          case "body" -> body = in.getText();
          case "isBase64Encoded" -> isBase64 = in.getBooleanValue();
          case "headers" -> {
            while (in.nextToken() == JsonToken.FIELD_NAME) {
              exchange.getResponseHeaders().set(in.currentName(), in.nextTextValue());
            }
          }
          default -> in.skipChildren();
        }
      }
    }
    byte[] bytes =
        isBase64 ? Base64.getDecoder().decode(body) : body.getBytes(StandardCharsets.UTF_8);
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    if (isHead && bytes.length > 0) {
      // The server behind this front would leave it out, and a gateway tells it.
      exchange.getResponseHeaders().set("Content-Length", Integer.toString(bytes.length));
    }
    exchange.sendResponseHeaders(status, isHead || bytes.length == 0 ? -1 : bytes.length);
    if (!isHead && bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
