package dev.sallyport.application.profile.port;

import dev.sallyport.domain.shared.ObjectKey;
import java.io.Closeable;
import java.io.InputStream;
import java.util.Optional;

/**
 * Hands out clean pictures and takes the sizes that were made of them. It cannot reach what
 * strangers sent: who makes pictures sees only what the sanitizer wrote.
 */
public interface PictureStore {
  /**
   * What every asset is stored with, so that browsers and a CDN keep it for a year and never ask
   * again: its name holds its hash (<a href="https://www.rfc-editor.org/rfc/rfc8246">RFC 8246</a>).
   */
  String CACHE_CONTROL = "public, max-age=31536000, immutable";

  /**
   * Opens clean bytes, or returns nothing when they are gone. The stream reads from the store as it
   * is read; a connection that breaks is an {@link java.io.IOException} from it, never an early
   * end.
   */
  Optional<CleanPicture> openClean(ObjectKey key);

  /**
   * Stores a rendition in the assets bucket, with its media type and {@link #CACHE_CONTROL}.
   * Returns only after it is durable.
   *
   * @param key holds a hash of the bytes, so that writing the same again changes nothing that a
   *     reader could see
   */
  void writeAsset(ObjectKey key, Rendition rendition);

  /** Clean bytes; closing ends the transfer. */
  interface CleanPicture extends Closeable {
    /** Returns the bytes, to be read once. */
    InputStream bytes();
  }
}
