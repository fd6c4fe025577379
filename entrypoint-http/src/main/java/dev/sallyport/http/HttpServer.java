package dev.sallyport.http;

import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.operations.OperationCatalog;
import io.github.bucket4j.TimeMeter;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.servlet.JavalinServletContext;
import io.javalin.http.servlet.SubmitOrder;
import io.javalin.http.servlet.Task;
import io.javalin.http.servlet.TaskInitializer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import kotlin.Unit;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the catalogue of operations over HTTP/1.1.
 *
 * <p>Javalin and Jetty only move bytes here: finding the operation, authorizing and every word of
 * an answer are the catalogue's, so that they are the same behind any other entrypoint.
 */
public final class HttpServer implements AutoCloseable {
  private static final int MOST_PLATFORM_THREADS = 250;
  private static final int LEAST_PLATFORM_THREADS = 8;

  /** The number of connections is what bounds them. */
  private static final int NO_MOST_TASKS = 0;

  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

  private final Javalin javalin;
  private final StoreGate gate;
  private final Duration stopTime;

  private HttpServer(Javalin javalin, StoreGate gate, Duration stopTime) {
    this.javalin = javalin;
    this.gate = gate;
    this.stopTime = stopTime;
  }

  /**
   * An object store that streams, for which the catalogue, with its bodies read whole, is no place.
   *
   * @param path below which it answers, without a slash at the end
   * @param servlet answers in the store's own protocol
   */
  public record Store(String path, HttpServlet servlet) {}

  /**
   * Makes a server that does nothing before {@link #start}.
   *
   * @param store nothing where another server holds the objects
   */
  public static HttpServer create(
      ListeningSocket socket,
      OperationCatalog catalog,
      Optional<Store> store,
      IdGenerator ids,
      ServerSettings settings) {
    Optional<RateLimiter> rateLimiter =
        settings.rateLimits().map(limits -> new RateLimiter(limits, TimeMeter.SYSTEM_NANOTIME));
    ClientAddress clientAddress = new ClientAddress(settings.trustedProxies());
    Dispatcher dispatcher =
        new Dispatcher(catalog, ids, settings.limits(), clientAddress, rateLimiter);
    StoreGate gate = new StoreGate(clientAddress, rateLimiter, settings.limits().slowestUpload());
    RefusalHandler refusals = new RefusalHandler(catalog, ids);
    return new HttpServer(
        Javalin.create(config -> {
          quiet(config);
          config.unsafe.servletRequestLifecycle = List.of(everythingTo(dispatcher));
          config.jetty.threadPool = threads(settings.threads());
          config.jetty.modifyServer(server -> prepare(server, refusals, settings));
          config.jetty.modifyServletContextHandler(
              context -> mount(context, store, gate, refusals));
          config.jetty.modifyHttpConfiguration(http -> limit(http, settings.limits()));
          config.jetty.addConnector(
              (server, http) -> connector(server, http, socket, settings.limits()));
        }),
        gate,
        settings.stopTime());
  }

  /** Takes connections. */
  public void start() {
    javalin.start();
  }

  /**
   * Takes no new connections and requests and waits for those under way. Uploads that need more
   * than three quarters of the stop time are refused then, as long as there is time to say so; what
   * is left at its end is closed.
   */
  @Override
  public void close() {
    gate.cutUploadsAfter(stopTime.multipliedBy(3).dividedBy(4));
    try {
      // Not by way of Javalin, to which requests that outlast the stop time are a failure.
      javalin.jettyServer().server().stop();
    } catch (TimeoutException late) {
      LOG.atWarn().addKeyValue("seconds", stopTime.toSeconds()).log("closed requests under way");
    } catch (Exception failure) {
      throw new IllegalStateException("the server does not stop", failure);
    }
  }

  private static void quiet(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.defaultContentType = "application/problem+json";
  }

  /** In place of Javalin's own routes: paths are the catalogue's business. */
  private static TaskInitializer<JavalinServletContext> everythingTo(Dispatcher dispatcher) {
    return (submit, servlet, context, path) ->
        submit.invoke(
            SubmitOrder.LAST,
            new Task(
                false,
                () -> {
                  dispatcher.handle(context.req(), context.res());
                  return Unit.INSTANCE;
                }));
  }

  private static void mount(
      ServletContextHandler context,
      Optional<Store> store,
      StoreGate gate,
      RefusalHandler refusals) {
    context.setErrorHandler(refusals);
    // Nothing here has a session: callers show a token or a receipt each time.
    context.setSessionHandler(new NoSessions());
    store.ifPresent(mounted -> {
      String below = mounted.path + "/*";
      context.addServlet(new ServletHolder(mounted.servlet), below);
      context.addFilter(new FilterHolder(gate), below, EnumSet.of(DispatcherType.REQUEST));
    });
  }

  private static ThreadPool threads(ThreadKind kind) {
    return switch (kind) {
      case VIRTUAL -> virtualThreads();
      case PLATFORM -> platformThreads();
    };
  }

  /**
   * Jetty's own threads are virtual too: a selector on a platform thread hands each request over to
   * another one, which took two fifths of the processor time of a short request.
   */
  private static ThreadPool virtualThreads() {
    VirtualThreadPool pool = new VirtualThreadPool(NO_MOST_TASKS);
    pool.setName("http");
    return pool;
  }

  private static ThreadPool platformThreads() {
    QueuedThreadPool pool = new QueuedThreadPool(MOST_PLATFORM_THREADS, LEAST_PLATFORM_THREADS);
    pool.setName("http");
    return pool;
  }

  private static void prepare(Server server, RefusalHandler refusals, ServerSettings settings) {
    server.setErrorHandler(refusals);
    // In place of Javalin's statistics, which wrap every request and which nobody reads here.
    server.setHandler(new GracefulHandler());
    server.setStopTimeout(settings.stopTime().toMillis());
    server.addBean(new NetworkConnectionLimit(settings.limits().connections(), server));
  }

  private static void limit(HttpConfiguration http, ServerLimits limits) {
    http.setUriCompliance(UriCompliance.DEFAULT);
    http.setRequestHeaderSize(limits.headerBytes());
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
  }

  private static ServerConnector connector(
      Server server, HttpConfiguration http, ListeningSocket socket, ServerLimits limits) {
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setIdleTimeout(limits.idleTime().toMillis());
    connector.setShutdownIdleTimeout(Duration.ofSeconds(1).toMillis());
    connector.addBean(new SlowHeads(limits.headerTime(), connector));
    try {
      connector.open(socket.channel());
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
    return connector;
  }
}
