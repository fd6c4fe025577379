package dev.sallyport.domain.shared;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A media type without parameters, in lower case, such as {@code image/png}.
 *
 * <p>Comparison goes through an alias table ({@link #canonical()}), because clients write {@code
 * image/jpg} or {@code text/json} for types that have registered names. The registered names are
 * those of <a href="https://www.iana.org/assignments/media-types/media-types.xhtml">IANA</a>, the
 * syntax that of <a href="https://www.rfc-editor.org/rfc/rfc6838#section-4.2">RFC 6838, section
 * 4.2</a>.
 *
 * @param value type and subtype, at most 127 characters each
 */
public record MediaType(String value) {
  private static final Pattern FORM =
      Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}");
  private static final Map<String, String> ALIASES =
      Map.ofEntries(
          Map.entry("binary/octet-stream", "application/octet-stream"),
          Map.entry("image/jpg", "image/jpeg"),
          Map.entry("image/pjpeg", "image/jpeg"),
          Map.entry("image/x-png", "image/png"),
          Map.entry("text/json", "application/json"),
          Map.entry("text/x-json", "application/json"),
          Map.entry("application/x-json", "application/json"),
          Map.entry("application/csv", "text/csv"),
          Map.entry("text/x-csv", "text/csv"),
          Map.entry("text/comma-separated-values", "text/csv"),
          Map.entry("text/log", "text/plain"),
          Map.entry("text/x-log", "text/plain"),
          Map.entry("application/x-log", "text/plain"),
          Map.entry("text/xml", "application/xml"),
          Map.entry("image/x-ms-bmp", "image/bmp"),
          Map.entry("image/x-bmp", "image/bmp"),
          Map.entry("application/x-zip-compressed", "application/zip"),
          Map.entry("application/x-zip", "application/zip"),
          Map.entry("application/x-gzip", "application/gzip"),
          Map.entry("application/x-gtar", "application/x-tar"),
          Map.entry("application/x-compressed-tar", "application/gzip"),
          Map.entry("audio/wav", "audio/vnd.wave"),
          Map.entry("audio/wave", "audio/vnd.wave"),
          Map.entry("audio/x-wav", "audio/vnd.wave"),
          Map.entry("audio/mp3", "audio/mpeg"),
          Map.entry("audio/x-mp3", "audio/mpeg"),
          Map.entry("audio/x-flac", "audio/flac"),
          Map.entry("audio/x-m4a", "audio/mp4"),
          Map.entry("audio/m4a", "audio/mp4"),
          Map.entry("application/x-minidump", "application/x-dmp"),
          Map.entry("application/x-pdf", "application/pdf"));

  /** What a sender says who knows nothing; counts as no declaration. */
  public static final MediaType OCTET_STREAM = new MediaType("application/octet-stream");

  /** Rejects anything but a lower-case type and subtype without parameters. */
  public MediaType {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a media type");
    }
  }

  /**
   * Reads the value of a Content-Type header: parameters are dropped, letters made small.
   *
   * @throws IllegalArgumentException when no type and subtype stand there
   */
  public static MediaType parse(String header) {
    int semicolon = header.indexOf(';');
    String bare = semicolon < 0 ? header : header.substring(0, semicolon);
    return new MediaType(bare.strip().toLowerCase(Locale.ROOT));
  }

  /** Returns the registered name for a well-known alias, else this. */
  public MediaType canonical() {
    String name = ALIASES.get(value);
    return name == null ? this : new MediaType(name);
  }

  /** Tells whether this says nothing about the content. */
  public boolean isUnspecific() {
    return canonical().equals(OCTET_STREAM);
  }

  @Override
  public String toString() {
    return value;
  }
}
