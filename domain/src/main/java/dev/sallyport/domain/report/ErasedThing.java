package dev.sallyport.domain.report;

/**
 * Something that an erasure removes, by name alone.
 *
 * @param kind what it is
 * @param name which one, without anybody's text; for a version of an object its key, a space and
 *     the version, for a dead letter the name of its queue, a space and its id
 */
public record ErasedThing(Kind kind, String name) {
  /** Most UTF-16 units of a name: a key, and a version as S3 has them. */
  public static final int MAX_NAME = 2100;

  /** What can be removed. */
  public enum Kind {
    /** The report with all that triage made of it, its bookmarks and the mark of its count. */
    REPORT,
    /** One comment. */
    COMMENT,
    /** One version of what a stranger sent. */
    OBJECT_VERSION,
    /** What was made of it, every version. */
    CLEAN_OBJECT,
    /** The record of an attachment: its provenance from the first byte to the verdict. */
    PROVENANCE_RECORD,
    /** The searches of one user that name the report or an attachment of it. */
    RECENT_SEARCHES,
    /** An event that nobody was told yet. */
    OUTBOX_EVENT,
    /** A message about it that nobody could handle. */
    DEAD_LETTER
  }

  /** Rejects an empty and an over-long name. */
  public ErasedThing {
    if (name.isEmpty() || name.length() > MAX_NAME) {
      throw new IllegalArgumentException("a name has 1 to 2100 characters");
    }
  }
}
