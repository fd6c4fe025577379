package dev.sallyport.domain.sanitization;

import dev.sallyport.domain.shared.MediaType;
import java.util.Optional;
import java.util.Set;

/**
 * What a file was found to be. The name says what the bytes are, never what somebody called them.
 *
 * <p>A type carries the media types that a sender may have declared for it, and the type and
 * extension under which the clean bytes are served: text of every kind is served as {@code
 * text/plain}, so that no browser ever runs it.
 */
public enum FileType {
  /** ISO/IEC 10918 baseline or progressive. */
  JPEG("image/jpeg", "jpg", Set.of("image/jpeg")),
  /** <a href="https://www.w3.org/TR/png-3/">PNG</a>, not animated. */
  PNG("image/png", "png", Set.of("image/png")),
  /** One JSON value (<a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>). */
  JSON("text/plain", "json", Set.of("application/json", "text/plain")),
  /** Comma-separated values; told from plain text only by the sender's declaration. */
  CSV("text/plain", "csv", Set.of("text/csv", "text/plain")),
  /** Any other text, logs among it. */
  TEXT("text/plain", "txt", Set.of("text/plain"));

  private final MediaType servedAs;
  private final String extension;
  private final Set<String> declarations;

  FileType(String servedAs, String extension, Set<String> declarations) {
    this.servedAs = new MediaType(servedAs);
    this.extension = extension;
    this.declarations = declarations;
  }

  /** Returns the media type of the clean bytes. */
  public MediaType servedAs() {
    return servedAs;
  }

  /** Returns the file name extension of the clean bytes, without a dot. */
  public String extension() {
    return extension;
  }

  /**
   * Tells whether a sender may declare this media type for such a file; no declaration always fits.
   */
  public boolean fits(Optional<MediaType> declared) {
    return declared
        .map(MediaType::canonical)
        .filter(type -> !type.isUnspecific())
        .map(type -> declarations.contains(type.value()))
        .orElse(true);
  }
}
