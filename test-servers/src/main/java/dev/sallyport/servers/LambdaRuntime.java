package dev.sallyport.servers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;

/**
 * One function as Lambda runs it: a process of Amazon's own runtime interface client that takes
 * events from this server by the <a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>, one after
 * another.
 *
 * <p>The process is started from an unpacked package and knows no variable but those it is given
 * and those that Lambda sets. Where {@code AWS_LAMBDA_EXEC_WRAPPER} is among them, that program is
 * started with the command line of the runtime (<a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-modify.html#runtime-wrapper">wrapper
 * scripts</a>). In {@linkplain Start#snapStart snapshot mode} it waits, after its hooks have run,
 * until {@link #restore} lets it go on.
 */
public final class LambdaRuntime implements AutoCloseable {
  private static final String VERSION = "/2018-06-01";
  private static final String ARN =
      "arn:aws:lambda:eu-central-1:123456789012:function:" + LambdaProcess.FUNCTION;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private final Map<String, Event> inHand = new ConcurrentHashMap<>();
  private final CompletableFuture<String> initError = new CompletableFuture<>();
  private final CompletableFuture<Boolean> ready = new CompletableFuture<>();
  private final CompletableFuture<Boolean> checkpoint = new CompletableFuture<>();
  private final CompletableFuture<Boolean> restored = new CompletableFuture<>();
  private final AtomicLong next = new AtomicLong();
  private final LambdaProcess process;

  private LambdaRuntime(IntFunction<LambdaProcess> process) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext(VERSION + "/runtime/invocation/", this::invocation);
    server.createContext(VERSION + "/runtime/init/error", this::initError);
    server.createContext(VERSION + "/runtime/restore/", this::restore);
    server.start();
    this.process = process.apply(server.getAddress().getPort());
  }

  /**
   * What to start.
   *
   * @param folder the unpacked package
   * @param handler name of its class
   * @param variables beside those of Lambda
   * @param jvmOptions beside those that every function has
   * @param snapStart whether it stops for a snapshot before its first event
   */
  public record Start(
      Path folder,
      String handler,
      Map<String, String> variables,
      List<String> jvmOptions,
      boolean snapStart) {
    /** Copies the collections. */
    public Start {
      variables = Map.copyOf(variables);
      jvmOptions = List.copyOf(jvmOptions);
    }

    /** A function without options. */
    public static Start of(Path folder, String handler, Map<String, String> variables) {
      return new Start(folder, handler, variables, List.of(), false);
    }
  }

  /** What became of an event. */
  public sealed interface Outcome {
    /**
     * It was answered.
     *
     * @param body the answer
     */
    record Answered(String body) implements Outcome {}

    /**
     * The handler failed.
     *
     * @param body the report that the runtime sent, in JSON
     */
    record Failed(String body) implements Outcome {}
  }

  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  private record Event(String id, byte[] body, Duration time, CompletableFuture<Outcome> outcome) {}

  /**
   * A function in another language, which asks the Runtime API by itself.
   *
   * @param folder where it is started
   * @param command words of the command line
   * @param variables beside those of Lambda
   */
  public record Script(Path folder, List<String> command, Map<String, String> variables) {
    /** Copies the collections. */
    public Script {
      command = List.copyOf(command);
      variables = Map.copyOf(variables);
    }
  }

  /** Starts a function; it is perhaps not ready yet. */
  public static LambdaRuntime start(Start start) {
    return new LambdaRuntime(port -> LambdaProcess.start(start, port));
  }

  /** Starts a function in another language; it is perhaps not ready yet. */
  public static LambdaRuntime start(Script script) {
    return new LambdaRuntime(port -> LambdaProcess.start(script, port));
  }

  /**
   * Hands an event over and waits for what becomes of it.
   *
   * @param time that the invocation may take, as the function is told
   * @throws IllegalStateException when there is no outcome a while after that time; its message has
   *     what the function printed
   */
  public Outcome invoke(String event, Duration time) {
    String id = "00000000-0000-4000-8000-%012d".formatted(next.incrementAndGet());
    Event one =
        new Event(id, event.getBytes(StandardCharsets.UTF_8), time, new CompletableFuture<>());
    events.add(one);
    return await(one.outcome(), time.plusSeconds(30));
  }

  /** Waits until the function asks for its first event. */
  public void awaitReady() {
    await(ready, Duration.ofSeconds(60));
  }

  /** Waits until the function has stopped for its snapshot. */
  public void awaitCheckpoint() {
    await(checkpoint, Duration.ofSeconds(60));
  }

  /** Lets a function go on from its snapshot. */
  public void restore() {
    restored.complete(true);
  }

  /** Waits for the report of a function that could not be made. */
  public String awaitInitError() {
    return await(initError, Duration.ofSeconds(60));
  }

  /** Returns what the function has printed so far, log and metrics. */
  public String printed() {
    return process.printed();
  }

  /** Returns the memory that the process has used at most, in bytes; 0 where Linux is not. */
  public long peakMemory() {
    return process.peakMemory();
  }

  private <T> T await(CompletableFuture<T> future, Duration patience) {
    try {
      return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new IllegalStateException("nothing came of it; the function printed:\n" + printed(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private void invocation(HttpExchange exchange) throws IOException {
    String rest = restOf(exchange.getRequestURI(), "/runtime/invocation/");
    if (rest.equals("next")) {
      ready.complete(true);
      giveNext(exchange);
      return;
    }
    String body = body(exchange);
    Event event = inHand.remove(rest.substring(0, rest.indexOf('/')));
    if (event == null) {
      answer(exchange, 400, new byte[0]);
      return;
    }
    answer(exchange, 202, new byte[0]);
    event
        .outcome()
        .complete(
            rest.endsWith("/response") ? new Outcome.Answered(body) : new Outcome.Failed(body));
  }

  private void giveNext(HttpExchange exchange) throws IOException {
    try {
      Event event = events.take();
      inHand.put(event.id(), event);
      long deadline = System.currentTimeMillis() + event.time().toMillis();
      exchange.getResponseHeaders().set("Lambda-Runtime-Aws-Request-Id", event.id());
      exchange.getResponseHeaders().set("Lambda-Runtime-Deadline-Ms", Long.toString(deadline));
      exchange.getResponseHeaders().set("Lambda-Runtime-Invoked-Function-Arn", ARN);
      exchange
          .getResponseHeaders()
          .set("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0");
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      answer(exchange, 200, event.body());
    } catch (InterruptedException closing) {
      exchange.close();
      Thread.currentThread().interrupt();
    }
  }

  private void initError(HttpExchange exchange) throws IOException {
    String body = body(exchange);
    answer(exchange, 202, new byte[0]);
    initError.complete(body);
  }

  private void restore(HttpExchange exchange) throws IOException {
    if (exchange.getRequestURI().getPath().endsWith("/error")) {
      initError(exchange);
      return;
    }
    checkpoint.complete(true);
    try {
      restored.get();
      answer(exchange, 200, new byte[0]);
    } catch (InterruptedException closing) {
      exchange.close();
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IOException(e);
    }
  }

  private static String restOf(URI uri, String prefix) {
    return uri.getPath().substring(VERSION.length() + prefix.length());
  }

  private static String body(HttpExchange exchange) throws IOException {
    return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  /** Ends the process and waits until it is gone. */
  @Override
  public void close() {
    process.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
