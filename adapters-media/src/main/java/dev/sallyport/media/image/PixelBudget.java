package dev.sallyport.media.image;

import dev.sallyport.application.shared.Deadline;
import dev.sallyport.application.shared.DeadlineExceededException;
import dev.sallyport.domain.shared.DataSize;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The memory that all image rebuilders of a deployment may use together for pixels; whoever finds
 * no room waits in line, so that many large images at once finish one after the other instead of
 * running out of memory.
 *
 * <p>An image that needs more than the whole budget takes all of it and so goes alone.
 */
public final class PixelBudget {
  private static final int UNIT = 1 << 10;

  private final int units;
  private final Semaphore free;

  /** Makes one of at least a mebibyte and at most a tebibyte. */
  public PixelBudget(DataSize size) {
    if (size.bytes() < 1 << 20 || size.bytes() > 1L << 40) {
      throw new IllegalArgumentException("a pixel budget is 1 MiB to 1 TiB");
    }
    units = (int) (size.bytes() / UNIT);
    free = new Semaphore(units, true);
  }

  /** Returns the size that fits most deployments: 40 % of the largest heap of this process. */
  public static DataSize defaultSize() {
    return DataSize.ofBytes(Math.max(1 << 20, Runtime.getRuntime().maxMemory() / 5 * 2));
  }

  /**
   * Waits for room, first come, first served.
   *
   * @param bytes how many bytes of rasters and decoder state the work needs
   * @param deadline how long to wait at most
   * @return to be closed when the work is done
   * @throws DeadlineExceededException when there was no room in time, or the thread was interrupted
   *     while it waited (it stays interrupted): a reason to try again, not a verdict
   */
  Share take(long bytes, Deadline deadline) {
    int wanted = (int) Math.min(units, Math.ceilDiv(bytes, UNIT));
    try {
      if (!free.tryAcquire(wanted, deadline.remaining().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new DeadlineExceededException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      DeadlineExceededException given = new DeadlineExceededException();
      given.initCause(e);
      throw given;
    }
    return () -> free.release(wanted);
  }

  /** Room that was taken. */
  interface Share extends AutoCloseable {
    /** Gives the room back; called once. */
    @Override
    void close();
  }
}
