package dev.sallyport.operations;

import dev.sallyport.application.identity.port.TokenVerifier;
import dev.sallyport.application.identity.port.TokenVerifier.TokenVerdict;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.identity.Principal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides who passes: whoever shows a token shows a valid one, even where none is needed, so that
 * nobody is served as a stranger who believes to be signed in.
 */
final class Gate {
  private static final String SCHEME = "bearer ";

  private final TokenVerifier verifier;
  private final Metrics metrics;

  Gate(TokenVerifier verifier, Metrics metrics) {
    this.verifier = verifier;
    this.metrics = metrics;
  }

  /** Returns the caller, if one is signed in. */
  @Nullable Principal admit(HttpOperation operation, HttpRequest request) throws Refusal {
    Optional<String> credentials = request.header("authorization");
    if (credentials.isEmpty()) {
      if (operation.access().needsPrincipal()) {
        throw unauthenticated("Bearer");
      }
      return null;
    }
    Principal principal = verify(credentials.get());
    if (!operation.access().admits(principal)) {
      throw Refusal.of(ErrorCode.FORBIDDEN);
    }
    return principal;
  }

  private Principal verify(String credentials) throws Refusal {
    if (!credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      throw unauthenticated("Bearer");
    }
    return switch (verifier.verify(credentials.substring(SCHEME.length()).strip())) {
      case TokenVerdict.Verified verified -> verified.principal();
      case TokenVerdict.Refused refused -> {
        metrics.count("token.refused", "cause", refused.cause().name().toLowerCase(Locale.ROOT));
        throw unauthenticated("Bearer error=\"invalid_token\"");
      }
    };
  }

  /** <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750, section 3</a>. */
  private static Refusal unauthenticated(String challenge) {
    return new Refusal(
        Answer.refuse(ErrorCode.UNAUTHENTICATED).header("WWW-Authenticate", challenge));
  }
}
