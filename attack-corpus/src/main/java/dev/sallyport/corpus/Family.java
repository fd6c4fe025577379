package dev.sallyport.corpus;

import java.util.List;

/** Formats that can be attacked alike. */
public enum Family {
  /** Pixels. */
  IMAGES("images", "JPEG", "PNG", "GIF", "WEBP", "BMP"),
  /** Characters. */
  TEXT("text", "TEXT", "JSON", "CSV", "XML"),
  /** Files in a file. */
  ARCHIVES("archives", "ZIP", "GZIP", "TAR"),
  /** Sound. */
  AUDIO("audio", "WAV", "MP3", "OGG", "FLAC"),
  /** Moving pictures. */
  VIDEO("video", "MP4", "WEBM"),
  /** Memory of a process. */
  DUMPS("dumps", "MINIDUMP"),
  /** Documents, which nothing here looks into. */
  DOCUMENTS("documents", "PDF", "OFFICE"),
  /** Everything else, which nothing here handles. */
  OTHERS("everything else", "OTHER");

  private final String title;
  private final List<String> formats;

  Family(String title, String... formats) {
    this.title = title;
    this.formats = List.of(formats);
  }

  /** Returns words for people. */
  public String title() {
    return title;
  }

  /** Returns its formats. */
  public List<String> formats() {
    return formats;
  }
}
