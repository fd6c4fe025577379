package dev.sallyport.http.storage;

import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import dev.sallyport.inmemory.storage.ObjectVersion;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Answers a form that was stored in the way that its signer chose: {@code success_action_redirect},
 * {@code success_action_status}, or 204 (<a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html">POST Object</a>).
 *
 * <p>Addresses are those of the configuration; the Host header has no say.
 */
record SuccessAnswer(Optional<URI> redirect, int status) {
  private static final int LONGEST_REDIRECT = 2048;

  /**
   * Reads the fields; a value that S3 could not use counts as absent, as S3 documents.
   *
   * @param fields by lower-case name, all of them signed
   */
  static SuccessAnswer of(Map<String, String> fields) {
    Optional<URI> redirect =
        Optional.ofNullable(fields.get("success_action_redirect")).flatMap(SuccessAnswer::webUrl);
    int status =
        switch (fields.getOrDefault("success_action_status", "")) {
          case "200" -> 200;
          case "201" -> 201;
          default -> 204;
        };
    return new SuccessAnswer(redirect, status);
  }

  void send(HttpServletResponse response, ObjectVersion stored, InMemoryStorageConfig config)
      throws IOException {
    String bucket = stored.bucket().bucketName();
    String location = config.bucketUrl(stored.bucket()) + "/" + encoded(stored.key(), true);
    ObjectHeaders.identify(response, stored);
    response.setHeader("Location", location);
    if (redirect.isPresent()) {
      response.setHeader("Location", redirectTo(redirect.get(), stored));
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      return;
    }
    response.setStatus(status);
    if (status == 201) {
      StringBuilder xml = new StringBuilder(512);
      xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<PostResponse>");
      XmlText.element(xml, "Location", location);
      XmlText.element(xml, "Bucket", bucket);
      XmlText.element(xml, "Key", stored.key());
      XmlText.element(xml, "ETag", ObjectHeaders.etag(stored));
      xml.append("</PostResponse>");
      ErrorAnswer.sendXml(response, xml);
    }
  }

  private static String redirectTo(URI base, ObjectVersion stored) {
    String query =
        "bucket="
            + stored.bucket().bucketName()
            + "&key="
            + encoded(stored.key(), false)
            + "&etag="
            + encoded(ObjectHeaders.etag(stored), false);
    String before = base.getRawQuery() == null ? "" : base.getRawQuery() + "&";
    String path = base.getRawPath().isEmpty() ? "/" : base.getRawPath();
    return base.getScheme() + "://" + base.getRawAuthority() + path + "?" + before + query;
  }

  private static Optional<URI> webUrl(String text) {
    if (text.length() > LONGEST_REDIRECT) {
      return Optional.empty();
    }
    try {
      return Optional.of(URI.create(text))
          .filter(url -> "http".equals(url.getScheme()) || "https".equals(url.getScheme()))
          .filter(url -> url.getHost() != null && text.chars().allMatch(c -> c < 0x7f));
    } catch (IllegalArgumentException countsAsAbsent) {
      return Optional.empty();
    }
  }

  private static String encoded(String text, boolean keepSlash) {
    String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    return keepSlash ? encoded.replace("%2F", "/") : encoded;
  }
}
