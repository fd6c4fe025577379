package dev.sallyport.domain.sanitization;

import dev.sallyport.domain.shared.MediaType;
import java.util.Collections;
import java.util.EnumSet;
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
  /** <a href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF</a>; comes out as PNG. */
  GIF("image/gif", "gif", Set.of("image/gif")),
  /** <a href="https://www.rfc-editor.org/rfc/rfc9649">WebP</a>; comes out as PNG or JPEG. */
  WEBP("image/webp", "webp", Set.of("image/webp")),
  /** Windows bitmap; comes out as PNG. */
  BMP("image/bmp", "bmp", Set.of("image/bmp")),
  /** One JSON value (<a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>). */
  JSON("text/plain", "json", Set.of("application/json", "text/plain")),
  /** Comma-separated values; told from plain text only by the sender's declaration. */
  CSV("text/plain", "csv", Set.of("text/csv", "text/plain")),
  /** Markup without a document type definition, served as text. */
  XML("text/plain", "xml", Set.of("application/xml", "text/plain")),
  /** Any other text, logs among it. */
  TEXT("text/plain", "txt", Set.of("text/plain")),
  /** A <a href="https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT">ZIP</a> archive. */
  ZIP("application/zip", "zip", Set.of("application/zip")),
  /** One compressed file (<a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952</a>). */
  GZIP("application/gzip", "gz", Set.of("application/gzip")),
  /** A POSIX.1-1988 or -2001 tape archive. */
  TAR("application/x-tar", "tar", Set.of("application/x-tar")),
  /** RIFF/WAVE audio. */
  WAV("audio/vnd.wave", "wav", Set.of("audio/vnd.wave")),
  /** MPEG-1, -2 or -2.5 audio, layer III. */
  MP3("audio/mpeg", "mp3", Set.of("audio/mpeg")),
  /**
   * Ogg with Vorbis or Opus audio (<a href="https://www.rfc-editor.org/rfc/rfc3533">RFC 3533</a>).
   */
  OGG("audio/ogg", "ogg", Set.of("audio/ogg", "application/ogg")),
  /** <a href="https://www.rfc-editor.org/rfc/rfc9639">FLAC</a> audio. */
  FLAC("audio/flac", "flac", Set.of("audio/flac")),
  /** ISO base media file, video or audio. */
  MP4("video/mp4", "mp4", Set.of("video/mp4", "audio/mp4")),
  /** <a href="https://www.webmproject.org/docs/container/">WebM</a>, video or audio. */
  WEBM("video/webm", "webm", Set.of("video/webm", "audio/webm")),
  /** A Windows or Breakpad memory dump, which may hold whatever the process knew. */
  MINIDUMP(
      "application/vnd.sallyport.minidump",
      "dmp",
      Set.of("application/vnd.sallyport.minidump", "application/x-dmp")),
  /** A PDF document, which cannot be rebuilt here. */
  PDF("application/pdf", "pdf", Set.of("application/pdf")),
  /** A document of an office suite: OLE 2, Office Open XML or OpenDocument; cannot be rebuilt. */
  OFFICE(
      "application/octet-stream",
      "bin",
      Set.of(
          "application/msword",
          "application/vnd.ms-excel",
          "application/vnd.ms-powerpoint",
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "application/vnd.openxmlformats-officedocument.presentationml.presentation",
          "application/vnd.oasis.opendocument.text",
          "application/vnd.oasis.opendocument.spreadsheet",
          "application/vnd.oasis.opendocument.presentation"));

  private static final Set<FileType> OPAQUE = Collections.unmodifiableSet(EnumSet.of(PDF, OFFICE));

  private final MediaType servedAs;
  private final String extension;
  private final Set<String> declarations;

  FileType(String servedAs, String extension, Set<String> declarations) {
    this.servedAs = new MediaType(servedAs);
    this.extension = extension;
    this.declarations = declarations;
  }

  /**
   * Returns the types that nothing here can look into, and that a policy has to name to let pass.
   */
  public static Set<FileType> opaque() {
    return OPAQUE;
  }

  /** Tells whether such a file can only be passed on as it came, for download. */
  public boolean isOpaque() {
    return OPAQUE.contains(this);
  }

  /** Tells whether such a file holds the memory of somebody's process. */
  public boolean isDump() {
    return this == MINIDUMP;
  }

  /** Returns why such a file is rejected by a policy that does not accept it. */
  public ReasonCode refusal() {
    return isOpaque() ? ReasonCode.ACTIVE_CONTENT : ReasonCode.UNSUPPORTED_TYPE;
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
