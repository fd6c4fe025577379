package dev.sallyport.lambda;

import dev.sallyport.application.identity.port.TokenVerifier;
import dev.sallyport.application.identity.port.TokenVerifier.TokenVerdict;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.aws.metrics.MetricFlush;
import dev.sallyport.lambda.event.ApiGatewayEvent;
import dev.sallyport.lambda.event.AuthorizerAnswer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells an HTTP API whether a caller shows a genuine token. What the caller may do with it is for
 * the operation behind to decide, which verifies it once more.
 *
 * <p>A preflight shows no token, and nothing is behind it but the answer to it: routes of {@code
 * OPTIONS} have no authorizer, and one that is asked nevertheless does not stand in the way. When
 * no keys can be had, the invocation fails and the gateway answers 500: that is no verdict.
 */
final class AuthorizerFunction {
  private static final Logger LOG = LoggerFactory.getLogger(AuthorizerFunction.class);
  private static final String SCHEME = "bearer ";

  private final TokenVerifier verifier;
  private final Metrics metrics;
  private final MetricFlush flush;

  @Inject
  AuthorizerFunction(TokenVerifier verifier, Metrics metrics, MetricFlush flush) {
    this.verifier = verifier;
    this.metrics = metrics;
    this.flush = flush;
  }

  /**
   * Answers one event.
   *
   * @throws IOException when it is no event
   * @throws InvocationFailedException when nothing can be said of the token
   */
  void handle(InputStream in, OutputStream out) throws IOException {
    try {
      AuthorizerAnswer.write(isAuthorized(ApiGatewayEvent.read(in)), out);
    } catch (RuntimeException failure) {
      LOG.atError()
          .addKeyValue("code", "token_not_judged")
          .setCause(failure)
          .log("the gateway answers 500");
      throw new InvocationFailedException("a token could not be judged");
    } finally {
      flush.flush();
    }
  }

  /** Judges something that is no token; connects to nothing and counts nothing. */
  void practise() {
    isAuthorized(SCHEME + "practice");
    flush.discard();
  }

  private boolean isAuthorized(ApiGatewayEvent event) {
    return event.method().equals("OPTIONS")
        || isAuthorized(event.header("authorization").orElse(""));
  }

  private boolean isAuthorized(String credentials) {
    String result = "no_token";
    boolean authorized = false;
    if (credentials.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      switch (verifier.verify(credentials.substring(SCHEME.length()).strip())) {
        case TokenVerdict.Verified _ -> {
          result = "authorized";
          authorized = true;
        }
        case TokenVerdict.Refused(TokenVerifier.Cause cause) ->
            result = cause.name().toLowerCase(Locale.ROOT);
      }
    }
    metrics.count("authorizer.answers", "result", result);
    return authorized;
  }
}
