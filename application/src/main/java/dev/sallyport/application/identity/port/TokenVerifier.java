package dev.sallyport.application.identity.port;

import dev.sallyport.domain.identity.Principal;

/**
 * Decides whether a bearer token is a genuine, current access token of this deployment, and whom it
 * names.
 *
 * <p>Every check of <a href="https://www.rfc-editor.org/rfc/rfc8725">RFC 8725</a> that applies:
 * asymmetric algorithms only, a known {@code kid}, the signature, {@code exp}, {@code nbf} and
 * {@code iat} with a small skew, {@code iss}, {@code token_use} access, {@code client_id}.
 */
public interface TokenVerifier {
  /**
   * Judges the text that stood after {@code Bearer}. It may be anything; at most 8,192 characters
   * of it are looked at.
   *
   * @throws dev.sallyport.application.shared.PortUnavailableException when no keys could be had at
   *     all
   */
  TokenVerdict verify(String token);

  /** What became of it. */
  sealed interface TokenVerdict {
    /**
     * Genuine and current.
     *
     * @param principal whom it names
     */
    record Verified(Principal principal) implements TokenVerdict {}

    /**
     * Not to be trusted.
     *
     * @param cause which check failed; for metrics, never for the caller
     */
    record Refused(Cause cause) implements TokenVerdict {}
  }

  /** The check that failed first. */
  enum Cause {
    /** Not a signed token, or too long to be looked at. */
    MALFORMED,
    /** No signature, a symmetric one, or an algorithm that is not allowed. */
    ALGORITHM,
    /** No or an unknown key id. */
    KEY,
    /** The signature is not that key's. */
    SIGNATURE,
    /** Its time is over. */
    EXPIRED,
    /** Its time has not come. */
    NOT_YET_VALID,
    /** Somebody else issued it. */
    ISSUER,
    /** Made for another client. */
    AUDIENCE,
    /** An id token or something else that is no access token. */
    TOKEN_USE,
    /** A claim is missing or makes no sense. */
    CLAIMS
  }
}
