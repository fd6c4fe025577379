package dev.sallyport.corpus;

/** What a file tries; the order is that of the matrix. */
public enum AttackClass {
  /** Nothing at all. */
  HONEST("honest file"),
  /** Zero bytes, cut short, broken. */
  BROKEN("truncated, corrupt, empty"),
  /** Two formats in one, bytes after the end. */
  TRAILING("data appended after the end"),
  /** Readable as more than one type. */
  POLYGLOT("polyglot"),
  /** Huge dimensions, many frames. */
  PIXEL_FLOOD("pixel flood"),
  /** Chunks, segments and counts that declare more than there is or more than anybody needs. */
  CHUNK_BOMB("declared sizes that lie"),
  /** Unfolds to far more than was sent. */
  EXPANSION("decompression bomb"),
  /** Archives in archives. */
  NESTING("nested archives"),
  /** Names and kinds that nobody should unpack. */
  UNSAFE_ENTRY("unsafe archive entry"),
  /** Encrypted. */
  ENCRYPTED("encrypted"),
  /** Runs or fetches something. */
  ACTIVE("active content"),
  /** Where it was made, by whom, with what. */
  METADATA("metadata and tags"),
  /** Secrets and personal data in text. */
  SECRETS("secrets and personal data"),
  /** Characters that deceive a reader or a terminal. */
  CONTROLS("control characters, escapes, direction"),
  /** Declared as something else. */
  MISMATCH("declared type differs"),
  /** Nothing here handles it. */
  UNSUPPORTED("type that nobody handles");

  private final String title;

  AttackClass(String title) {
    this.title = title;
  }

  /** Returns words for people. */
  public String title() {
    return title;
  }
}
