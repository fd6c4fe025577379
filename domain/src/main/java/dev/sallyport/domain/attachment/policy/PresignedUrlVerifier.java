package dev.sallyport.domain.attachment.policy;

import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Decides about a presigned URL as S3 does, and in its words.
 *
 * <p>Thread-safe. Order: form of the parameters, time, headers that are not signed, signer,
 * signature. A request without any signature is refused, for no bucket is public.
 */
public final class PresignedUrlVerifier {
  private static final String CONTENT_SHA256 = "x-amz-content-sha256";
  private static final Pattern METHOD = Pattern.compile("[A-Z]{1,16}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");
  private static final int LONGEST_PATH = 8192;

  private final ClaimedSigner signers;

  /** A verifier for buckets in this region. */
  public PresignedUrlVerifier(SigningKeys keys, String region) {
    this.signers =
        new ClaimedSigner(
            keys,
            region,
            S3Error.AUTHORIZATION_QUERY_PARAMETERS,
            "Error parsing the X-Amz-Credential parameter; ");
  }

  /** Whether the request may be served now. */
  public PresignedVerdict verify(PresignedRequest request, CredentialLookup lookup, Instant now) {
    try {
      return accept(request, lookup, now);
    } catch (Refusal refusal) {
      return new PresignedVerdict.Refused(refusal.error());
    }
  }

  private PresignedVerdict accept(PresignedRequest request, CredentialLookup lookup, Instant now)
      throws Refusal {
    if (!METHOD.matcher(request.method()).matches()) {
      throw new Refusal(S3Error.METHOD_NOT_ALLOWED);
    }
    String path = path(request.rawPath());
    QueryAuthentication query = QueryAuthentication.of(request.rawQuery());
    requireInTime(query, now);
    Map<String, String> headers = headers(request);
    requireSignedHeaders(query, headers);
    Optional<String> sha256 = contentSha256(query, headers);
    TreeMap<String, String> signed = new TreeMap<>(headers);
    signed.keySet().retainAll(query.signedHeaders());
    if (signed.size() != query.signedHeaders().size()) {
      throw new Refusal(S3Error.SIGNATURE_DOES_NOT_MATCH);
    }
    CanonicalRequest canonical =
        new CanonicalRequest(
            request.method(),
            path,
            query.withoutSignature(),
            signed,
            sha256.orElse(CanonicalRequest.UNSIGNED_PAYLOAD));
    String accessKeyId = requireSignature(canonical, query, lookup);
    return new PresignedVerdict.Accepted(
        accessKeyId, path, query.others(), signed.keySet(), sha256);
  }

  private static String path(String rawPath) throws Refusal {
    if (!rawPath.startsWith("/") || rawPath.length() > LONGEST_PATH) {
      throw new Refusal(S3Error.INVALID_URI);
    }
    return UriEncoding.decode(rawPath).orElseThrow(() -> new Refusal(S3Error.INVALID_URI));
  }

  private static void requireInTime(QueryAuthentication query, Instant now) throws Refusal {
    if (query.signedAt().isAfter(now.plus(PostPolicyVerifier.SKEW))) {
      throw new Refusal(S3Error.ACCESS_DENIED.withMessage("Request is not yet valid"));
    }
    if (!now.isBefore(query.signedAt().plus(query.life()))) {
      throw new Refusal(S3Error.ACCESS_DENIED.withMessage("Request has expired"));
    }
  }

  private static Map<String, String> headers(PresignedRequest request) throws Refusal {
    Map<String, String> headers = new LinkedHashMap<>();
    for (PresignedRequest.Header header : request.headers()) {
      if (!CanonicalRequest.isHeaderValue(header.value())) {
        throw new Refusal(S3Error.INVALID_REQUEST);
      }
      headers.merge(
          PostFields.lower(header.name()), header.value(), (first, next) -> first + ',' + next);
    }
    return headers;
  }

  private static void requireSignedHeaders(QueryAuthentication query, Map<String, String> headers)
      throws Refusal {
    if (headers.containsKey("authorization")) {
      throw new Refusal(
          S3Error.INVALID_ARGUMENT.withMessage(
              "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature"
                  + " query string parameter or the Authorization header should be specified"));
    }
    Set<String> unsigned = new HashSet<>(headers.keySet());
    unsigned.add("host");
    unsigned.removeAll(query.signedHeaders());
    unsigned.removeIf(name -> !name.equals("host") && !name.startsWith("x-amz-"));
    if (!unsigned.isEmpty()) {
      throw new Refusal(
          S3Error.ACCESS_DENIED.withMessage(
              "There were headers present in the request which were not signed"));
    }
  }

  /** What the signer said of the body, in a signed header or, as some SDKs do, in the query. */
  private static Optional<String> contentSha256(
      QueryAuthentication query, Map<String, String> headers) throws Refusal {
    Set<String> stated = new HashSet<>();
    Optional.ofNullable(headers.get(CONTENT_SHA256)).ifPresent(stated::add);
    Optional.ofNullable(query.all().get(QueryAuthentication.CONTENT_SHA256)).ifPresent(stated::add);
    String payload = stated.stream().collect(Collectors.joining(","));
    if (payload.isEmpty() || payload.equals(CanonicalRequest.UNSIGNED_PAYLOAD)) {
      return Optional.empty();
    }
    if (!SHA256.matcher(payload).matches()) {
      throw new Refusal(
          S3Error.INVALID_ARGUMENT.withMessage(
              "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, or a valid sha256 value."));
    }
    return Optional.of(payload);
  }

  private String requireSignature(
      CanonicalRequest canonical, QueryAuthentication query, CredentialLookup lookup)
      throws Refusal {
    ClaimedSigner.Claim claim =
        new ClaimedSigner.Claim(
            query.text(QueryAuthentication.CREDENTIAL), query.signedAt(), query.sessionToken());
    return switch (signers.find(claim, lookup)) {
      case ClaimedSigner.Finding.Unusable(S3Error error) -> throw new Refusal(error);
      case ClaimedSigner.Finding.Known known -> {
        byte[] text = canonical.stringToSign(query.text(QueryAuthentication.DATE), known.scope());
        if (!known.signed(text, query.text(QueryAuthentication.SIGNATURE))) {
          throw new Refusal(S3Error.SIGNATURE_DOES_NOT_MATCH);
        }
        yield known.scope().accessKeyId();
      }
    };
  }
}
