package dev.sallyport.operations;

import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.operations.json.Shape;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing that can be asked over HTTP, with everything that an entrypoint, a reader of the
 * document and a test need to know of it. Immutable; made by {@link #of}.
 */
public final class HttpOperation {
  private final String id;
  private final String method;
  private final PathTemplate path;
  private final AccessRule access;
  private final String summary;
  private final List<Parameter> parameters;
  private final Optional<Body> body;
  private final List<Success> successes;
  private final Set<ErrorCode> refusals;
  private final boolean cacheable;
  private final Function<Call, Answer> call;

  private HttpOperation(Builder parts, Function<Call, Answer> call) {
    this.id = parts.id;
    this.method = parts.method;
    this.path = parts.path;
    this.access = parts.access;
    this.summary = parts.summary;
    this.parameters = List.copyOf(parts.parameters);
    this.body = Optional.ofNullable(parts.body);
    this.successes = List.copyOf(parts.successes);
    this.refusals = Set.copyOf(parts.refusals);
    this.cacheable = parts.cacheable;
    this.call = call;
  }

  /**
   * A body that an operation takes.
   *
   * @param shape what it has to be; read as an object
   * @param maxBytes most bytes of it
   */
  public record Body(Shape shape, int maxBytes) {}

  /**
   * An answer that an operation gives when it does what it was asked.
   *
   * @param status its status
   * @param description one sentence for the document
   * @param mediaType of its body; empty when it has none
   * @param shape of its body, when that is JSON of ours
   */
  public record Success(int status, String description, String mediaType, Optional<Shape> shape) {}

  /**
   * Begins an operation.
   *
   * @param id unique, lower camel case, stable: metrics and generated clients are named after it
   */
  public static Builder of(String id, String method, String path, AccessRule access) {
    return new Builder(id, method, new PathTemplate(path), access);
  }

  /** Returns its name. */
  public String id() {
    return id;
  }

  /** Returns its method, in capitals. */
  public String method() {
    return method;
  }

  /** Returns its path. */
  public PathTemplate path() {
    return path;
  }

  /** Returns who may call it. */
  public AccessRule access() {
    return access;
  }

  /** Returns what it does in one sentence. */
  public String summary() {
    return summary;
  }

  /** Returns its parameters in their order. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** Returns what its body has to be, when it takes one. */
  public Optional<Body> body() {
    return body;
  }

  /** Returns its good answers in their order. */
  public List<Success> successes() {
    return successes;
  }

  /** Returns the refusals of its own, beyond those that its declaration implies. */
  public Set<ErrorCode> refusals() {
    return refusals;
  }

  /** Returns the refusals that its declaration implies. */
  public Set<ErrorCode> impliedRefusals() {
    Set<ErrorCode> codes =
        EnumSet.of(
            ErrorCode.INVALID_REQUEST,
            ErrorCode.UNAUTHENTICATED,
            ErrorCode.BODY_TOO_LARGE,
            ErrorCode.INTERNAL,
            ErrorCode.UNAVAILABLE,
            ErrorCode.OUTCOME_UNKNOWN);
    if (access.needsPrincipal()) {
      codes.add(ErrorCode.FORBIDDEN);
    }
    if (body.isPresent()) {
      codes.addAll(List.of(ErrorCode.MALFORMED_JSON, ErrorCode.UNSUPPORTED_MEDIA_TYPE));
    }
    for (Parameter parameter : parameters) {
      if (parameter.required() && parameter.in() == Parameter.In.HEADER) {
        codes.add(RequestDecoder.whenMissing(parameter));
      }
    }
    return codes;
  }

  /** Tells whether its answers may be kept by a cache because they are the same for everyone. */
  boolean isCacheable() {
    return cacheable;
  }

  Answer call(Call arguments) {
    return call.apply(arguments);
  }

  @Override
  public String toString() {
    return method() + " " + path() + " " + access().name() + " " + id();
  }

  /** Collects the parts of one operation; thrown away after {@link #calls}. */
  public static final class Builder {
    private final String id;
    private final String method;
    private final PathTemplate path;
    private final AccessRule access;
    private final List<Parameter> parameters = new ArrayList<>();
    private final List<Success> successes = new ArrayList<>();
    private final Set<ErrorCode> refusals = EnumSet.noneOf(ErrorCode.class);
    private String summary = "";
    private @Nullable Body body;
    private boolean cacheable;

    private Builder(String id, String method, PathTemplate path, AccessRule access) {
      this.id = id;
      this.method = method;
      this.path = path;
      this.access = access;
    }

    /** Says in one sentence what it does. */
    public Builder summary(String sentence) {
      summary = sentence;
      return this;
    }

    /** Takes a parameter. */
    public Builder takes(Parameter parameter) {
      parameters.add(parameter);
      return this;
    }

    /** Takes a JSON object of this shape as its body. */
    public Builder body(Shape shape, int maxBytes) {
      body = new Body(shape, maxBytes);
      return this;
    }

    /** May answer with JSON of this shape. */
    public Builder answers(int status, String description, Shape shape) {
      successes.add(new Success(status, description, "application/json", Optional.of(shape)));
      return this;
    }

    /** May answer with bytes of this type. */
    public Builder answersBytes(int status, String description, String mediaType) {
      successes.add(new Success(status, description, mediaType, Optional.empty()));
      return this;
    }

    /** May answer 204, without a body. */
    public Builder answersNothing(String description) {
      successes.add(new Success(204, description, "", Optional.empty()));
      return this;
    }

    /** May refuse with these codes of its own. */
    public Builder refuses(ErrorCode... codes) {
      refusals.addAll(List.of(codes));
      return this;
    }

    /** Answers the same to everyone, so that caches may keep it for a while. */
    public Builder cacheable() {
      cacheable = true;
      return this;
    }

    /**
     * Ends the declaration with what is called.
     *
     * @throws IllegalArgumentException when parts are missing or contradict each other
     */
    public HttpOperation calls(Function<Call, Answer> call) {
      Set<String> names = new LinkedHashSet<>();
      parameters.forEach(p -> require(names.add(p.name()), "a parameter is declared twice"));
      require(
          parameters.stream()
              .filter(p -> p.in() == Parameter.In.PATH)
              .map(Parameter::name)
              .toList()
              .equals(path.names()),
          "path parameters are declared in the order of the template");
      require(!summary.isEmpty() && !successes.isEmpty(), "a summary and an answer are needed");
      return new HttpOperation(this, call);
    }

    private void require(boolean holds, String message) {
      if (!holds) {
        throw new IllegalArgumentException(id + ": " + message);
      }
    }
  }
}
