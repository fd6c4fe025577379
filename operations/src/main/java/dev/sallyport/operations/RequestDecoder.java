package dev.sallyport.operations;

import dev.sallyport.domain.identity.Principal;
import dev.sallyport.operations.json.Findings;
import dev.sallyport.operations.json.JsonObject;
import dev.sallyport.operations.json.JsonReader;
import dev.sallyport.operations.json.JsonReader.Reading;
import dev.sallyport.operations.json.Violation;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns a request into the call that its operation declares, or says everything that is wrong. */
final class RequestDecoder {
  /** The header that carries receipts; without one a sender is nobody. */
  private static final String RECEIPT = "Sallyport-Receipt";

  private RequestDecoder() {}

  static Call decode(
      HttpOperation operation,
      HttpRequest request,
      List<String> segments,
      @Nullable Principal principal)
      throws Refusal {
    List<Violation> violations = new ArrayList<>();
    Map<String, Object> parameters = new HashMap<>();
    int hole = 0;
    for (Parameter parameter : operation.parameters()) {
      Optional<String> text =
          switch (parameter.in()) {
            case PATH -> Optional.of(decodeSegment(segments.get(hole++)));
            case QUERY -> query(parameter.name(), request, violations);
            case HEADER -> request.header(parameter.name().toLowerCase(Locale.ROOT));
          };
      if (text.isPresent()) {
        @Nullable Object value =
            JsonReader.readParameter(parameter.name(), text.get(), parameter.shape(), violations);
        if (value != null) {
          parameters.put(parameter.name(), value);
        }
      } else if (parameter.required()) {
        throw missing(parameter);
      }
    }
    findUnknown(operation, request, violations);
    if (!violations.isEmpty()) {
      throw new Refusal(Answer.refuse(Problem.invalid(violations)));
    }
    return new Call(request.client(), principal, parameters, body(operation, request));
  }

  /** Returns what the lack of a required parameter is called. */
  static ErrorCode whenMissing(Parameter parameter) {
    return switch (parameter.name()) {
      case RECEIPT -> ErrorCode.RECEIPT_REQUIRED;
      case "If-Match" -> ErrorCode.PRECONDITION_REQUIRED;
      default -> ErrorCode.INVALID_REQUEST;
    };
  }

  private static Refusal missing(Parameter parameter) {
    ErrorCode code = whenMissing(parameter);
    Answer answer =
        Answer.refuse(
            new Problem(
                code,
                List.of(Violation.ofParameter(parameter.name(), "required", "is missing")),
                Map.of()));
    return new Refusal(
        code == ErrorCode.RECEIPT_REQUIRED ? answer.header("WWW-Authenticate", RECEIPT) : answer);
  }

  private static Optional<String> query(
      String name, HttpRequest request, List<Violation> violations) {
    List<String> values = request.query().getOrDefault(name, List.of());
    if (values.size() > 1) {
      violations.add(Violation.ofParameter(name, "duplicate", "stands there more than once"));
    }
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getFirst());
  }

  private static void findUnknown(
      HttpOperation operation, HttpRequest request, List<Violation> violations) {
    for (String name : request.query().keySet()) {
      boolean known =
          operation.parameters().stream()
              .anyMatch(p -> p.in() == Parameter.In.QUERY && p.name().equals(name));
      if (!known && violations.size() < Findings.MAX) {
        violations.add(
            Violation.ofParameter(
                Findings.cut(name), "unknown_parameter", "is not a parameter of this operation"));
      }
    }
  }

  private static @Nullable JsonObject body(HttpOperation operation, HttpRequest request)
      throws Refusal {
    int size = request.body().length;
    if (operation.body().isEmpty()) {
      if (size > 0) {
        throw Refusal.of(ErrorCode.BODY_TOO_LARGE);
      }
      return null;
    }
    HttpOperation.Body body = operation.body().get();
    if (size > body.maxBytes()) {
      throw Refusal.of(ErrorCode.BODY_TOO_LARGE);
    }
    if (size == 0) {
      throw refuse(ErrorCode.INVALID_REQUEST, Violation.at("", "required", "is missing"));
    }
    if (!request.header("content-type").map(RequestDecoder::isJson).orElse(false)) {
      throw Refusal.of(ErrorCode.UNSUPPORTED_MEDIA_TYPE);
    }
    return switch (JsonReader.read(request.body(), body.shape())) {
      case Reading.Fits fits -> (JsonObject) fits.value();
      case Reading.Breaks breaks ->
          throw new Refusal(Answer.refuse(Problem.invalid(breaks.violations())));
      case Reading.Malformed malformed ->
          throw refuse(
              ErrorCode.MALFORMED_JSON, Violation.at("", "malformed_json", malformed.detail()));
    };
  }

  private static Refusal refuse(ErrorCode code, Violation violation) {
    return new Refusal(Answer.refuse(new Problem(code, List.of(violation), Map.of())));
  }

  /** JSON has no parameters but senders name the charset; any other than UTF-8 is not JSON. */
  private static boolean isJson(String header) {
    int semicolon = header.indexOf(';');
    if (semicolon < 0) {
      return header.strip().equalsIgnoreCase("application/json");
    }
    String parameter = header.substring(semicolon + 1).strip().toLowerCase(Locale.ROOT);
    return header.substring(0, semicolon).strip().equalsIgnoreCase("application/json")
        && (parameter.equals("charset=utf-8") || parameter.equals("charset=\"utf-8\""));
  }

  /** Percent-decoding of one path segment; one that cannot be decoded stays as it is. */
  private static String decodeSegment(String segment) {
    if (segment.indexOf('%') < 0) {
      return segment;
    }
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return segment;
    }
  }
}
