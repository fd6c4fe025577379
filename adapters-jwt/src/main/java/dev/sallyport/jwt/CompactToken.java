package dev.sallyport.jwt;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A token taken apart and not yet believed: three parts of strict base64url, of which the first is
 * a JSON object (<a href="https://www.rfc-editor.org/rfc/rfc7515#section-7.1">RFC 7515, section
 * 7.1</a>).
 *
 * <p>Decoding takes no padding, no other alphabet, no space and no spare bits, so that one token
 * has one spelling.
 */
final class CompactToken {
  /** Longest token that is looked at, in characters. */
  static final int MAX_LENGTH = 8192;

  /**
   * What an access token may call itself; Cognito's call themselves nothing (<a
   * href="https://www.rfc-editor.org/rfc/rfc9068#section-4">RFC 9068, section 4</a>).
   */
  private static final Set<String> ACCESS_TOKEN_TYPES =
      Set.of("jwt", "at+jwt", "application/at+jwt");

  private final Map<String, Object> header;
  private final byte[] payload;
  private final byte[] signedBytes;
  private final Base64URL signature;

  private CompactToken(
      Map<String, Object> header, byte[] payload, byte[] signedBytes, Base64URL signature) {
    this.header = header;
    this.payload = payload;
    this.signedBytes = signedBytes;
    this.signature = signature;
  }

  /** Takes a token apart; nothing when it is too long or is no signed token at all. */
  static Optional<CompactToken> parse(String token) {
    if (token.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    int first = token.indexOf('.');
    int second = token.indexOf('.', first + 1);
    if (first <= 0 || second <= first + 1 || token.indexOf('.', second + 1) >= 0) {
      return Optional.empty();
    }
    String signature = token.substring(second + 1);
    return decode(token.substring(0, first))
        .flatMap(CompactToken::jsonObject)
        .flatMap(header ->
            decode(token.substring(first + 1, second))
                .filter(payload -> decode(signature).isPresent())
                .map(payload ->
                    new CompactToken(
                        header,
                        payload,
                        token.substring(0, second).getBytes(StandardCharsets.US_ASCII),
                        new Base64URL(signature))));
  }

  /** Reads bytes as one JSON object without repeated names; nothing when they are not. */
  static Optional<Map<String, Object>> jsonObject(byte[] bytes) {
    try {
      String text = new String(bytes, StandardCharsets.UTF_8).strip();
      // The library also takes a list of pairs for an object.
      return text.startsWith("{")
          ? Optional.ofNullable(JSONObjectUtils.parse(text, MAX_LENGTH))
          : Optional.empty();
    } catch (ParseException e) {
      return Optional.empty(); // what it is instead concerns nobody
    }
  }

  private static Optional<byte[]> decode(String part) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(part);
      // The decoder bears padding and spare bits; only the one canonical spelling comes out again.
      byte[] canonical = Base64.getUrlEncoder().withoutPadding().encode(bytes);
      boolean same = Arrays.equals(canonical, part.getBytes(StandardCharsets.UTF_8));
      return same ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not base64url
    }
  }

  /** Tells whether the header has one of these parameters. */
  boolean headerHasAny(Set<String> names) {
    return names.stream().anyMatch(header::containsKey);
  }

  /** Returns the algorithm that the header names, when it is one that could be allowed. */
  Optional<SigningAlgorithm> algorithm() {
    return Optional.ofNullable(header.get("alg")).flatMap(SigningAlgorithm::ofName);
  }

  /** Returns the id of the key that the header names. */
  Optional<String> keyId() {
    return header.get("kid") instanceof String kid ? Optional.of(kid) : Optional.empty();
  }

  /** Tells whether the header names no type, or the plain one, or that of access tokens. */
  boolean hasTypeOfAccessTokens() {
    return !header.containsKey("typ")
        || (header.get("typ") instanceof String type
            && ACCESS_TOKEN_TYPES.contains(type.toLowerCase(Locale.ROOT)));
  }

  /** Returns what is claimed; trusted only after the signature is. */
  byte[] payload() {
    return payload;
  }

  /** Returns the bytes that the signature is over. */
  byte[] signedBytes() {
    return signedBytes;
  }

  /** Returns the signature, which may be empty. */
  Base64URL signature() {
    return signature;
  }
}
