package dev.sallyport.http.storage;

import dev.sallyport.inmemory.storage.ObjectVersion;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a reader's conditions come to, in the order of <a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-13.2.2">RFC 9110, section 13.2.2</a>.
 */
enum Preconditions {
  /** Send it. */
  HOLD,
  /** The reader has it already: 304. */
  NOT_MODIFIED,
  /** It is not what the reader wants: 412. */
  FAILED;

  static Preconditions of(HttpServletRequest request, ObjectVersion version) {
    String ifMatch = request.getHeader("If-Match");
    if (ifMatch != null
        ? !lists(ifMatch, version)
        : isAfter(request, "If-Unmodified-Since", version)) {
      return FAILED;
    }
    String ifNoneMatch = request.getHeader("If-None-Match");
    if (ifNoneMatch != null) {
      return lists(ifNoneMatch, version) ? NOT_MODIFIED : HOLD;
    }
    Optional<Instant> since = date(request.getHeader("If-Modified-Since"));
    return since.isPresent() && !modified(version).isAfter(since.get()) ? NOT_MODIFIED : HOLD;
  }

  /** Tells whether a range may be served: it may not when the reader has another version's part. */
  static boolean allowRange(HttpServletRequest request, ObjectVersion version) {
    String ifRange = request.getHeader("If-Range");
    return ifRange == null
        || ifRange.equals(ObjectHeaders.etag(version))
        || date(ifRange).filter(modified(version)::equals).isPresent();
  }

  private static boolean isAfter(HttpServletRequest request, String header, ObjectVersion version) {
    Optional<Instant> date = date(request.getHeader(header));
    return date.isPresent() && modified(version).isAfter(date.get());
  }

  private static boolean lists(String tags, ObjectVersion version) {
    return Arrays.stream(tags.split(",", -1))
        .map(String::strip)
        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
        .anyMatch(tag ->
            tag.equals("*")
                || tag.equals(ObjectHeaders.etag(version))
                || tag.equals(version.etag()));
  }

  private static Instant modified(ObjectVersion version) {
    return version.lastModified().truncatedTo(ChronoUnit.SECONDS);
  }

  private static Optional<Instant> date(@Nullable String header) {
    if (header == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header, Instant::from));
    } catch (DateTimeParseException countsAsAbsent) {
      return Optional.empty();
    }
  }
}
