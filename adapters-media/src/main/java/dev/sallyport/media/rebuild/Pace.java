package dev.sallyport.media.rebuild;

import dev.sallyport.application.shared.Deadline;

/**
 * Looks at a deadline once for each so many bytes of work, so that short rows and single bytes do
 * not pay for a look at the clock each.
 */
public final class Pace {
  private static final int STEP = 1 << 16;

  private final Deadline deadline;
  private int sinceCheck = STEP;

  /** Makes one; the first piece of work looks at the deadline at once. */
  public Pace(Deadline deadline) {
    this.deadline = deadline;
  }

  /**
   * Notes work.
   *
   * @param bytes how many bytes were handled, 0 or more
   * @throws dev.sallyport.application.shared.DeadlineExceededException when the deadline has come
   */
  public void worked(int bytes) {
    sinceCheck += bytes;
    if (sinceCheck >= STEP || sinceCheck < 0) {
      sinceCheck = 0;
      deadline.check();
    }
  }
}
