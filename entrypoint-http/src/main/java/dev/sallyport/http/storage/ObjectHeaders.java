package dev.sallyport.http.storage;

import dev.sallyport.inmemory.storage.ObjectVersion;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What the headers of an answer say of an object. */
final class ObjectHeaders {
  /** <a href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6.7">RFC 9110, 5.6.7</a>. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private ObjectHeaders() {}

  static String etag(ObjectVersion version) {
    return '"' + version.etag() + '"';
  }

  static String httpDate(Instant instant) {
    return HTTP_DATE.format(instant);
  }

  /** Says which version it is and how it is kept. */
  static void identify(HttpServletResponse response, ObjectVersion version) {
    response.setHeader("ETag", etag(version));
    response.setHeader("x-amz-version-id", version.version().value());
    if (version.attributes().encrypted()) {
      response.setHeader("x-amz-server-side-encryption", "AES256");
    }
  }
}
