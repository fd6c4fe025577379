package dev.sallyport.media.scratch;

import dev.sallyport.domain.shared.DataSize;
import java.util.concurrent.atomic.AtomicLong;

/** The memory that all scratches of a deployment may hold together; nobody waits for it. */
final class ScratchMemory {
  private final AtomicLong free;

  ScratchMemory(DataSize size) {
    free = new AtomicLong(size.bytes());
  }

  /** Takes so many bytes if they are there. */
  boolean take(long bytes) {
    long left = free.get();
    while (bytes <= left) {
      if (free.compareAndSet(left, left - bytes)) {
        return true;
      }
      left = free.get();
    }
    return false;
  }

  /** Gives back what was taken. */
  void give(long bytes) {
    free.addAndGet(bytes);
  }
}
