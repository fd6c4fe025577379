package dev.sallyport.domain.attachment.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The one spelling of a request that both sides sign, in S3's dialect: the path is encoded once and
 * never normalised.
 *
 * <p>See <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html">Authenticating
 * requests: using query parameters</a>.
 *
 * @param path decoded, starting with {@code /}
 * @param query decoded names and values, without the signature
 * @param headers the signed ones by lower-case name, values as received
 * @param payload lower-case hex of the body's SHA-256, or {@code UNSIGNED-PAYLOAD}
 */
record CanonicalRequest(
    String method,
    String path,
    Map<String, String> query,
    SortedMap<String, String> headers,
    String payload) {
  static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";

  static boolean isHeaderName(String name) {
    return !name.isEmpty()
        && name.chars()
            .allMatch(
                c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_');
  }

  /** A line break in a value would let one header pass for two. */
  static boolean isHeaderValue(String value) {
    return value.chars().noneMatch(c -> (c < ' ' && c != '\t') || c == 0x7f);
  }

  /** What is signed: algorithm, time, scope and the digest of the request. */
  byte[] stringToSign(String date, CredentialScope scope) {
    String text =
        PostFields.HMAC_SHA256 + '\n' + date + '\n' + scope.withoutKey() + '\n' + digest();
    return text.getBytes(StandardCharsets.UTF_8);
  }

  String signedHeaders() {
    return String.join(";", headers.keySet());
  }

  /** The query in its signed spelling, which is also a correct one to send. */
  String queryText() {
    SortedMap<String, String> sorted = new TreeMap<>();
    query.forEach((name, value) -> sorted.put(UriEncoding.encode(name), UriEncoding.encode(value)));
    return sorted.entrySet().stream()
        .map(parameter -> parameter.getKey() + '=' + parameter.getValue())
        .collect(Collectors.joining("&"));
  }

  /** The request line by line; it contains the session token when there is one. */
  String text() {
    StringBuilder text = new StringBuilder(1024);
    text.append(method).append('\n').append(UriEncoding.encodePath(path)).append('\n');
    text.append(queryText()).append('\n');
    headers.forEach(
        (name, value) -> text.append(name).append(':').append(folded(value)).append('\n'));
    return text.append('\n').append(signedHeaders()).append('\n').append(payload).toString();
  }

  @Override
  public String toString() {
    return "CanonicalRequest[" + method + ", redacted]";
  }

  private String digest() {
    try {
      byte[] sha256 =
          MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha256);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Trimmed, with each run of white space made one space. */
  private static String folded(String value) {
    StringBuilder folded = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c != ' ' && c != '\t') {
        folded.append(c);
      } else if (!folded.isEmpty() && folded.charAt(folded.length() - 1) != ' ') {
        folded.append(' ');
      }
    }
    int end = folded.length();
    return folded.substring(0, end > 0 && folded.charAt(end - 1) == ' ' ? end - 1 : end);
  }
}
