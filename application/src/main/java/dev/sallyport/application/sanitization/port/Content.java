package dev.sallyport.application.sanitization.port;

import dev.sallyport.application.attachment.port.AttachmentStore.ByteSource;
import java.io.IOException;

/**
 * Bytes at rest that may be looked at from any place, as often as needed. Valid until the {@link
 * Scratch} that holds them closes.
 */
public interface Content extends ByteSource {
  /**
   * Copies bytes from a place.
   *
   * @param position where to begin, from 0
   * @param target filled as far as the content goes
   * @return how many were copied; 0 at or after the end
   */
  int read(long position, byte[] target) throws IOException;
}
