package dev.sallyport.inmemory.storage;

import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.Sha256;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An object on its way in: nobody sees it before {@link #commit}, and whatever ends without that
 * leaves nothing. Used by one thread; always to be closed.
 */
public final class ObjectUpload implements AutoCloseable {
  private final InMemoryObjectStore store;
  private final Bucket bucket;
  private final String key;
  private final Spool spool;
  private final MessageDigest md5 = newMd5();
  private final MessageDigest sha256 = Sha256.newDigest();
  private long size;
  private State state = State.OPEN;

  private enum State {
    OPEN,
    COMMITTED,
    CLOSED
  }

  ObjectUpload(InMemoryObjectStore store, Bucket bucket, String key, Spool spool) {
    this.store = store;
    this.bucket = bucket;
    this.key = key;
    this.spool = spool;
  }

  /**
   * All bytes of an upload, digested.
   *
   * @param size how many
   * @param md5 lower-case hex
   * @param sha256 their digest
   */
  public record Received(DataSize size, String md5, Sha256 sha256) {}

  /** Returns how many bytes were written so far. */
  public long size() {
    return size;
  }

  /**
   * Takes more bytes.
   *
   * @throws PortUnavailableException when the store is full or its disk fails; nothing of this
   *     upload will be stored
   */
  public void write(byte[] bytes, int from, int count) {
    requireOpen();
    try {
      spool.append(bytes, from, count);
    } catch (IOException e) {
      throw new PortUnavailableException("object store", e);
    }
    md5.update(bytes, from, count);
    sha256.update(bytes, from, count);
    size += count;
  }

  /** Returns what was written so far, for a writer who has to hold it against a promise. */
  public Received received() {
    requireOpen();
    try {
      return new Received(
          DataSize.ofBytes(size),
          HexFormat.of().formatHex(((MessageDigest) md5.clone()).digest()),
          Sha256.ofDigest(((MessageDigest) sha256.clone()).digest()));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("the JDK's own digests can be cloned", e);
    }
  }

  /**
   * Makes the object visible as the newest version of its key, and tells the listener. When this
   * throws, nothing is stored.
   */
  public ObjectVersion commit(ObjectVersion.Attributes attributes) {
    ObjectVersion version = store.describe(bucket, key, received(), attributes);
    Blob blob;
    try {
      blob = spool.finish();
    } catch (IOException e) {
      throw new PortUnavailableException("object store", e);
    }
    state = State.COMMITTED;
    store.add(new StoredObject(version, blob));
    return version;
  }

  /** Gives an upload up that was not committed; otherwise does nothing. */
  @Override
  public void close() {
    if (state != State.OPEN) {
      return;
    }
    state = State.CLOSED;
    try {
      spool.discard();
    } catch (IOException e) {
      throw new PortUnavailableException("object store", e);
    } finally {
      store.endVersion();
    }
  }

  private void requireOpen() {
    if (state != State.OPEN) {
      throw new IllegalStateException("the upload has ended");
    }
  }

  private static MessageDigest newMd5() {
    try {
      return MessageDigest.getInstance("MD5");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5", e);
    }
  }
}
