package dev.sallyport.application.attachment.port;

import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.MediaType;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.domain.shared.VersionId;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/**
 * Holds the bytes of attachments behind both doors: what strangers sent, and what was made of it.
 *
 * <p>There is deliberately no way to copy from one side to the other: clean bytes pass through the
 * sanitizer's hands.
 */
public interface AttachmentStore {
  /** Returns the newest version under a key in quarantine, or nothing when no version is there. */
  Optional<StoredVersion> findQuarantined(ObjectKey key);

  /**
   * Opens exactly this version, or returns nothing when it is gone. The stream reads from the store
   * as it is read; a connection that breaks is an {@link IOException} from it, never an early end.
   */
  Optional<QuarantinedObject> openQuarantined(ObjectKey key, VersionId version);

  /**
   * Returns versions that are under a key in quarantine, whoever put them there and whether anybody
   * has read them, in any order.
   *
   * @param limit 1 to 100; there may be more
   */
  List<VersionId> quarantinedVersions(ObjectKey key, int limit);

  /** Deletes exactly this version for good; a version that is gone already is fine. */
  void deleteQuarantined(ObjectKey key, VersionId version);

  /**
   * Stores clean bytes under {@code output.key()}, which holds their hash: writing the same again
   * changes nothing that a reader could see.
   *
   * <p>The store verifies size and SHA-256 while it reads; a difference is a {@link
   * dev.sallyport.application.shared.CorruptDataException} and leaves nothing behind. The object's
   * content type is that of {@code output.type()}.
   */
  void writeClean(Judgement.Output output, ByteSource bytes);

  /** Deletes clean bytes for good, every version of them; nothing there is fine. */
  void deleteClean(ObjectKey key);

  /**
   * One version in quarantine.
   *
   * @param version which
   * @param size how many bytes
   */
  record StoredVersion(VersionId version, DataSize size) {}

  /** An open version in quarantine; closing it ends the transfer. */
  interface QuarantinedObject extends Closeable {
    /** Returns how many bytes the store says there are. */
    DataSize size();

    /**
     * Returns the content type that the object was stored with, when it says anything that can be
     * read.
     */
    Optional<MediaType> contentType();

    /** Returns the bytes, to be read once. */
    InputStream bytes();
  }

  /** Bytes that can be read from their beginning, more than once if need be. */
  interface ByteSource {
    /** Returns how many there are. */
    DataSize size();

    /** Returns their digest. */
    Sha256 sha256();

    /** Opens a new stream at the first byte. */
    InputStream open() throws IOException;
  }
}
