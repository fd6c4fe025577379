package dev.sallyport.contract.identity;

import static dev.sallyport.contract.identity.JsonText.text;

import java.time.Instant;

/**
 * The issuer that every verifier under test trusts, and a genuine token of it to start from.
 *
 * <p>The verifier knows {@link #AUDIENCE} as its own, takes RS256 with 60 seconds of skew, keeps
 * keys fresh for 5 minutes and stale for 24 hours, and fetches at most once in 10 seconds.
 */
public final class TestTokens {
  /** The trusted issuer. */
  public static final String ISSUER = "https://issuer.example/pool";

  /** The app client whose tokens are accepted. */
  public static final String CLIENT_ID = "sallyport-client";

  /** The name of the product as a resource that tokens can be bound to. */
  public static final String AUDIENCE = "https://reports.example/api";

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  static final String KID = "genuine/1=";
  static final String SUBJECT = "5f0c6b0e-3d0a-4a52-9d7b-0e5d3c1b2a19";

  private TestTokens() {}

  static JsonText header() {
    return JsonText.of("kid", text(KID), "alg", text("RS256"));
  }

  static JsonText header(String kid) {
    return header().with("kid", text(kid));
  }

  /** Claims of an access token that lives from {@link #NOW} for an hour. */
  static JsonText access() {
    return JsonText.of(
            "sub", text(SUBJECT),
            "cognito:groups", "[\"triager\",\"press\"]",
            "iss", text(ISSUER),
            "client_id", text(CLIENT_ID),
            "origin_jti", text("7c1f1b52-1b2f-4d62-9a52-8f6f0b2f9d11"),
            "token_use", text("access"),
            "scope", text("aws.cognito.signin.user.admin"),
            "jti", text("0b9d5f0e-6f0a-4c55-8f43-2a1f7f8f5b77"),
            "username", text("tess"))
        .with("auth_time", at(0))
        .with("iat", at(0))
        .with("exp", at(3600));
  }

  /** Claims of the id token of the same sign-in. */
  static JsonText id() {
    return access()
        .without("client_id")
        .without("username")
        .without("scope")
        .with("aud", text(CLIENT_ID))
        .with("cognito:username", text("tess"))
        .with("token_use", text("id"));
  }

  /** So many seconds after {@link #NOW}, as a claim. */
  static String at(long seconds) {
    return Long.toString(NOW.getEpochSecond() + seconds);
  }

  static String genuine() {
    return TestKey.GENUINE.sign(header(), access());
  }
}
