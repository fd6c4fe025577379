package dev.sallyport.application.sanitization.port;

import dev.sallyport.domain.shared.DataSize;

/**
 * Gives room for bytes while they are looked into: small ones in memory, large ones on disk, so
 * that many at once stay within a small heap. Files are readable by this process's user only and
 * gone after a restart.
 */
public interface ScratchSpace {
  /**
   * Makes room.
   *
   * @param max most bytes that will be written; it is a limit and not allocated
   */
  Scratch open(DataSize max);
}
