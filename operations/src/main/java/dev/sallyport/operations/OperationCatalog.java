package dev.sallyport.operations;

import dev.sallyport.application.identity.port.TokenVerifier;
import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.identity.Principal;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers every HTTP request, whatever comes: finds the operation, decides whether the caller may
 * use it, decodes, calls, encodes, and turns every failure into a {@link Problem}. Safe for many
 * threads at once.
 */
public final class OperationCatalog {
  /** How long a client should wait before it asks again when something behind us is down. */
  private static final Duration UNAVAILABLE_FOR = Duration.ofSeconds(5);

  private static final String NO_OPERATION = "none";
  private static final String PREFLIGHT = "preflight";
  private static final byte[] NOTHING = {};
  private static final Logger LOG = LoggerFactory.getLogger(OperationCatalog.class);

  private final List<HttpOperation> operations;
  private final Routes routes;
  private final Gate gate;
  private final Cors cors;
  private final Metrics metrics;

  /**
   * Makes the catalogue of these operations.
   *
   * @throws IllegalArgumentException when two share an id, or method and path
   */
  @Inject
  public OperationCatalog(
      Set<HttpOperation> operations, TokenVerifier verifier, CorsPolicy cors, Metrics metrics) {
    this.operations =
        operations.stream()
            .sorted(
                Comparator.comparing((HttpOperation o) -> o.path().text())
                    .thenComparing(HttpOperation::method))
            .toList();
    Set<String> ids = new HashSet<>();
    for (HttpOperation operation : this.operations) {
      if (!ids.add(operation.id())) {
        throw new IllegalArgumentException("declared twice: " + operation.id());
      }
    }
    this.routes = new Routes(this.operations);
    this.gate = new Gate(verifier, metrics);
    this.cors = new Cors(cors);
    this.metrics = metrics;
  }

  /** Returns all operations by path and method. */
  public List<HttpOperation> operations() {
    return operations;
  }

  /**
   * Returns how many bytes of a body a server may read before it dispatches the request; zero when
   * no body is taken or nothing is there.
   */
  public int maxBodyBytes(String method, String path) {
    return routes
        .find(path)
        .flatMap(match -> match.operation(method))
        .flatMap(HttpOperation::body)
        .map(HttpOperation.Body::maxBytes)
        .orElse(0);
  }

  /**
   * Returns what metrics and logs call a request: the id of its operation, {@code preflight} or
   * {@code none}, and never a word of the client's.
   */
  public String operationId(String method, String path) {
    Optional<Routes.Match> match = routes.find(path);
    if (match.isPresent() && method.equals("OPTIONS")) {
      return PREFLIGHT;
    }
    return match
        .flatMap(found -> found.operation(method))
        .map(HttpOperation::id)
        .orElse(NO_OPERATION);
  }

  /** Answers the request; never throws. */
  public HttpResponse dispatch(HttpRequest request) {
    long start = System.nanoTime();
    Optional<Routes.Match> match = routes.find(request.path());
    if (match.isPresent() && request.method().equals("OPTIONS")) {
      return preflight(request, match.get());
    }
    @Nullable HttpOperation operation =
        match.flatMap(found -> found.operation(request.method())).orElse(null);
    Answer answer =
        operation == null
            ? unknown(match)
            : perform(operation, request, match.orElseThrow().segments());
    HttpResponse response = finish(request, operation, answer);
    String id = operation == null ? NO_OPERATION : operation.id();
    metrics.count("http.requests", "operation", id, "status", Integer.toString(response.status()));
    metrics.time("http.time", Duration.ofNanos(System.nanoTime() - start), "operation", id);
    return response;
  }

  /**
   * Answers a request that a server refuses by itself, in the form of all other refusals.
   *
   * @param request as much of it as is known
   * @param retryAfter how long the client should wait, when waiting helps
   */
  public HttpResponse refuse(HttpRequest request, ErrorCode code, Optional<Duration> retryAfter) {
    Answer answer = Answer.refuse(code);
    retryAfter.ifPresent(wait -> answer.header("Retry-After", RetryAfter.seconds(wait)));
    HttpResponse response = finish(request, null, answer);
    metrics.count(
        "http.requests", "operation", NO_OPERATION, "status", Integer.toString(code.status()));
    return response;
  }

  private static Answer unknown(Optional<Routes.Match> match) {
    return match
        .map(
            found -> Answer.refuse(ErrorCode.METHOD_NOT_ALLOWED).header("Allow", Cors.allow(found)))
        .orElseGet(() -> Answer.refuse(ErrorCode.NOT_FOUND));
  }

  private Answer perform(HttpOperation operation, HttpRequest request, List<String> segments) {
    try {
      @Nullable Principal principal = gate.admit(operation, request);
      return operation.call(RequestDecoder.decode(operation, request, segments, principal));
    } catch (Refusal refusal) {
      return refusal.answer();
    } catch (PortUnavailableException e) {
      log(operation, request, ErrorCode.UNAVAILABLE, e);
      return Answer.refuse(ErrorCode.UNAVAILABLE)
          .header("Retry-After", RetryAfter.seconds(UNAVAILABLE_FOR));
    } catch (OutcomeUnknownException e) {
      log(operation, request, ErrorCode.OUTCOME_UNKNOWN, e);
      return Answer.refuse(ErrorCode.OUTCOME_UNKNOWN);
    } catch (RuntimeException | StackOverflowError e) {
      log(operation, request, ErrorCode.INTERNAL, e);
      return Answer.refuse(ErrorCode.INTERNAL);
    }
  }

  private static void log(
      HttpOperation operation, HttpRequest request, ErrorCode code, Throwable cause) {
    LOG.atError()
        .addKeyValue("requestId", request.requestId())
        .addKeyValue("operation", operation.id())
        .addKeyValue("code", code.code())
        .setCause(cause)
        .log("request failed");
  }

  private HttpResponse preflight(HttpRequest request, Routes.Match match) {
    SequencedMap<String, String> headers = SecurityHeaders.begin(request.requestId(), false);
    headers.put("Allow", Cors.allow(match));
    cors.addPreflight(request, match, headers);
    metrics.count("http.requests", "operation", PREFLIGHT, "status", "204");
    return new HttpResponse(204, headers, NOTHING);
  }

  private HttpResponse finish(
      HttpRequest request, @Nullable HttpOperation operation, Answer answer) {
    boolean refused = answer.content() instanceof Answer.Content.Refused;
    boolean cacheable = !refused && operation != null && operation.isCacheable();
    SequencedMap<String, String> headers = SecurityHeaders.begin(request.requestId(), cacheable);
    cors.addHeaders(request, headers);
    return switch (answer.content()) {
      case Answer.Content.Bytes bytes ->
          respond(bytes.status(), bytes.mediaType(), bytes.body(), answer, headers);
      case Answer.Content.Nothing _ -> {
        headers.putAll(answer.headers());
        yield new HttpResponse(204, headers, NOTHING);
      }
      case Answer.Content.Refused refusal -> {
        Problem problem = refusal.problem();
        byte[] body = problem.write(request.requestId());
        yield respond(problem.code().status(), Problem.MEDIA_TYPE, body, answer, headers);
      }
    };
  }

  private static HttpResponse respond(
      int status,
      String mediaType,
      byte[] body,
      Answer answer,
      SequencedMap<String, String> headers) {
    headers.put("Content-Type", mediaType);
    headers.putAll(answer.headers());
    return new HttpResponse(status, headers, body);
  }
}
