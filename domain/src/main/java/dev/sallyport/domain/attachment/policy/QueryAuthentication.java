package dev.sallyport.domain.attachment.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The parameters of a query that carry its signature, checked for form.
 *
 * @param all every parameter decoded, the signature included
 * @param signedAt from {@code X-Amz-Date}
 * @param life from {@code X-Amz-Expires}, 1 second to 7 days
 * @param signedHeaders from {@code X-Amz-SignedHeaders}: lower-case, sorted, no duplicates
 */
record QueryAuthentication(
    SequencedMap<String, String> all, Instant signedAt, Duration life, List<String> signedHeaders) {
  static final String ALGORITHM = "X-Amz-Algorithm";
  static final String CREDENTIAL = "X-Amz-Credential";
  static final String DATE = "X-Amz-Date";
  static final String EXPIRES = "X-Amz-Expires";
  static final String SIGNED_HEADERS = "X-Amz-SignedHeaders";
  static final String SIGNATURE = "X-Amz-Signature";
  static final String SECURITY_TOKEN = "X-Amz-Security-Token";
  static final String CONTENT_SHA256 = "X-Amz-Content-Sha256";

  private static final List<String> REQUIRED =
      List.of(ALGORITHM, CREDENTIAL, SIGNATURE, DATE, SIGNED_HEADERS, EXPIRES);
  private static final Set<String> RESERVED =
      Set.of(
          "x-amz-algorithm",
          "x-amz-credential",
          "x-amz-date",
          "x-amz-expires",
          "x-amz-signedheaders",
          "x-amz-signature",
          "x-amz-security-token",
          "x-amz-content-sha256");

  private static final int LONGEST_QUERY = 32_768;
  private static final long WEEK = 604_800;

  static boolean isReserved(String name) {
    return RESERVED.contains(PostFields.lower(name));
  }

  static QueryAuthentication of(String rawQuery) throws Refusal {
    SequencedMap<String, String> all = parse(rawQuery);
    if (REQUIRED.stream().noneMatch(all::containsKey)) {
      throw new Refusal(S3Error.ACCESS_DENIED);
    }
    if (!REQUIRED.stream().allMatch(all::containsKey)) {
      throw new Refusal(S3Error.AUTHORIZATION_QUERY_PARAMETERS);
    }
    if (!PostFields.HMAC_SHA256.equals(all.get(ALGORITHM))) {
      throw malformed("X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256\"");
    }
    Instant signedAt =
        AmzDate.parse(all.getOrDefault(DATE, ""))
            .orElseThrow(() ->
                malformed(
                    "X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\""));
    return new QueryAuthentication(
        all,
        signedAt,
        life(all.getOrDefault(EXPIRES, "")),
        headerNames(all.getOrDefault(SIGNED_HEADERS, "")));
  }

  @Override
  public String toString() {
    return "QueryAuthentication[" + all.size() + " parameters redacted]";
  }

  String text(String name) {
    return all.getOrDefault(name, "");
  }

  Optional<String> sessionToken() {
    return Optional.ofNullable(all.get(SECURITY_TOKEN));
  }

  /** The parameters that are not about the signature. */
  SequencedMap<String, String> others() {
    SequencedMap<String, String> others = new LinkedHashMap<>(all);
    others.keySet().removeIf(QueryAuthentication::isReserved);
    return others;
  }

  SequencedMap<String, String> withoutSignature() {
    SequencedMap<String, String> signed = new LinkedHashMap<>(all);
    signed.remove(SIGNATURE);
    return signed;
  }

  private static SequencedMap<String, String> parse(String rawQuery) throws Refusal {
    if (rawQuery.length() > LONGEST_QUERY) {
      throw new Refusal(S3Error.INVALID_URI);
    }
    SequencedMap<String, String> all = new LinkedHashMap<>();
    Set<String> amzNames = new HashSet<>();
    if (rawQuery.isEmpty()) {
      return all;
    }
    for (String parameter : rawQuery.split("&", -1)) {
      int equals = parameter.indexOf('=');
      String name = decoded(equals < 0 ? parameter : parameter.substring(0, equals));
      String value = equals < 0 ? "" : decoded(parameter.substring(equals + 1));
      String lower = PostFields.lower(name);
      boolean twice = all.putIfAbsent(name, value) != null;
      if (lower.startsWith("x-amz-") && !amzNames.add(lower)) {
        throw malformed("The parameter " + name + " may be specified only once.");
      }
      if (twice || name.isEmpty()) {
        throw new Refusal(S3Error.INVALID_URI);
      }
    }
    return all;
  }

  private static String decoded(String encoded) throws Refusal {
    return UriEncoding.decode(encoded).orElseThrow(() -> new Refusal(S3Error.INVALID_URI));
  }

  private static Duration life(String text) throws Refusal {
    if (text.startsWith("-")) {
      throw malformed("X-Amz-Expires must be non-negative");
    }
    if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw malformed("X-Amz-Expires should be a number");
    }
    long seconds = text.length() > 9 ? Long.MAX_VALUE : Long.parseLong(text);
    if (seconds > WEEK) {
      throw malformed(
          "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires"
              + " must be less than "
              + WEEK
              + " seconds");
    }
    if (seconds == 0) {
      throw malformed("X-Amz-Expires must be at least 1 second");
    }
    return Duration.ofSeconds(seconds);
  }

  private static List<String> headerNames(String text) throws Refusal {
    List<String> names = List.of(text.split(";", -1));
    for (int i = 0; i < names.size(); i++) {
      boolean sorted = i == 0 || names.get(i - 1).compareTo(names.get(i)) < 0;
      if (!sorted || !CanonicalRequest.isHeaderName(names.get(i))) {
        throw malformed(
            "X-Amz-SignedHeaders must be lower-case header names, sorted and separated by"
                + " semicolons");
      }
    }
    return names;
  }

  private static Refusal malformed(String message) {
    return new Refusal(S3Error.AUTHORIZATION_QUERY_PARAMETERS.withMessage(message));
  }
}
