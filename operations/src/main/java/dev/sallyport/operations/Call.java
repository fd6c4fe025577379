package dev.sallyport.operations;

import dev.sallyport.domain.identity.Principal;
import dev.sallyport.operations.json.JsonObject;
import java.net.InetAddress;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request that passed everything its operation declares: who may call, what parameters and body
 * look like. Whoever maps it checks nothing of that again.
 */
public final class Call {
  private final InetAddress client;
  private final @Nullable Principal principal;
  private final Map<String, Object> parameters;
  private final @Nullable JsonObject body;

  Call(
      InetAddress client,
      @Nullable Principal principal,
      Map<String, Object> parameters,
      @Nullable JsonObject body) {
    this.client = client;
    this.principal = principal;
    this.parameters = parameters;
    this.body = body;
  }

  /** Returns the address of the caller. */
  public InetAddress client() {
    return client;
  }

  /** Returns who signed in, if somebody did. */
  public Optional<Principal> principal() {
    return Optional.ofNullable(principal);
  }

  /** Returns who signed in, for operations that nobody else reaches. */
  public Principal caller() {
    return principal()
        .orElseThrow(() -> new IllegalStateException("the access rule admits anyone"));
  }

  /** Returns a required parameter. */
  public <T> T parameter(String name, Class<T> type) {
    return findParameter(name, type)
        .orElseThrow(() -> new IllegalStateException("not a required parameter: " + name));
  }

  /** Returns a parameter that may be missing. */
  public <T> Optional<T> findParameter(String name, Class<T> type) {
    return Optional.ofNullable(parameters.get(name)).map(type::cast);
  }

  /** Returns the body of an operation that declares one. */
  public JsonObject body() {
    if (body == null) {
      throw new IllegalStateException("the operation declares no body");
    }
    return body;
  }
}
