package dev.sallyport.inmemory.storage;

import java.io.IOException;
import java.io.InputStream;

/** One version that was found, ready to be read. */
public final class StoredObject {
  private final ObjectVersion version;
  private final Blob blob;

  StoredObject(ObjectVersion version, Blob blob) {
    this.version = version;
    this.blob = blob;
  }

  /** Returns what is known of it. */
  public ObjectVersion version() {
    return version;
  }

  /**
   * Opens its bytes from a place on; each call opens a new stream.
   *
   * @param offset 0 to its size
   * @throws java.nio.file.NoSuchFileException when the version was deleted since it was found
   */
  public InputStream open(long offset) throws IOException {
    return blob.open(offset);
  }

  Blob blob() {
    return blob;
  }
}
