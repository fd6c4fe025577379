package dev.sallyport.domain.attachment.policy;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Makes URLs that read or write one object without further credentials until they expire.
 *
 * <p>Thread-safe. Signature Version 4 in the query: <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html">Authenticating
 * requests: using query parameters</a>.
 */
public final class UrlPresigner {
  private static final String CONTENT_SHA256 = "x-amz-content-sha256";

  private final SigningKeys keys;

  public UrlPresigner(SigningKeys keys) {
    this.keys = keys;
  }

  /**
   * The URL for this request, valid from {@code now}, cut to the second, for the life that the
   * request states.
   */
  public URI presign(UrlRequest request, SigningCredentials credentials, Instant now) {
    LocalDate day = AmzDate.dayOf(now);
    CredentialScope scope = CredentialScope.s3(credentials.accessKeyId(), day, request.region());
    TreeMap<String, String> headers = new TreeMap<>(request.headers());
    headers.put("host", host(request.bucketUrl()));
    String date = AmzDate.format(now);
    Map<String, String> query =
        query(request, credentials, scope, date, String.join(";", headers.keySet()));
    CanonicalRequest canonical =
        new CanonicalRequest(
            request.method().name(),
            path(request),
            query,
            headers,
            headers.getOrDefault(CONTENT_SHA256, CanonicalRequest.UNSIGNED_PAYLOAD));
    byte[] signature =
        keys.key(credentials, day, request.region()).sign(canonical.stringToSign(date, scope));
    return URI.create(
        request.bucketUrl().getScheme()
            + "://"
            + host(request.bucketUrl())
            + UriEncoding.encodePath(path(request))
            + '?'
            + canonical.queryText()
            + "&X-Amz-Signature="
            + HexFormat.of().formatHex(signature));
  }

  private static SequencedMap<String, String> query(
      UrlRequest request,
      SigningCredentials credentials,
      CredentialScope scope,
      String date,
      String signedHeaders) {
    SequencedMap<String, String> query = new LinkedHashMap<>(request.query());
    query.put(QueryAuthentication.ALGORITHM, PostFields.HMAC_SHA256);
    query.put(QueryAuthentication.CREDENTIAL, scope.format());
    query.put(QueryAuthentication.DATE, date);
    query.put(QueryAuthentication.EXPIRES, Long.toString(request.life().toSeconds()));
    query.put(QueryAuthentication.SIGNED_HEADERS, signedHeaders);
    credentials
        .sessionToken()
        .ifPresent(token -> query.put(QueryAuthentication.SECURITY_TOKEN, token));
    return query;
  }

  private static String path(UrlRequest request) {
    // URI has checked the escapes of its path, so what it decodes is what a server decodes.
    return request.bucketUrl().getPath() + '/' + request.key();
  }

  /** As clients write the Host header: lower-case, without the scheme's own port. */
  private static String host(URI url) {
    String authority = url.getRawAuthority().toLowerCase(Locale.ROOT);
    String ownPort = url.getScheme().equalsIgnoreCase("https") ? ":443" : ":80";
    return authority.endsWith(ownPort)
        ? authority.substring(0, authority.length() - ownPort.length())
        : authority;
  }
}
