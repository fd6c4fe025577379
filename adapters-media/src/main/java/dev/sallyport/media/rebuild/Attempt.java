package dev.sallyport.media.rebuild;

import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.Verdict;
import java.io.IOException;

/**
 * One go at rebuilding: done means written to the end with everything that was removed on the list,
 * and content that turns out unfit, wherever that shows, ends as a refusal with its reason.
 */
public final class Attempt {
  private Attempt() {}

  /** Writes the new content, or throws. */
  @FunctionalInterface
  public interface Work {
    /**
     * Reads, checks and writes to the end.
     *
     * @param pace to be told how much was done
     * @param removed to be told what was left out
     * @throws UnfitContentException when the content has to be refused
     */
    void write(Pace pace, RemovalTally removed) throws IOException;
  }

  /** Writes the new content, whose type only the old content tells, or throws. */
  @FunctionalInterface
  public interface TypedWork {
    /**
     * Reads, checks and writes to the end.
     *
     * @param pace to be told how much was done
     * @param removed to be told what was left out
     * @return what the new content is
     * @throws UnfitContentException when the content has to be refused
     */
    FileType write(Pace pace, RemovalTally removed) throws IOException;
  }

  /** Does the work and says what became of it. */
  public static Rebuilt at(Deadline deadline, TypedWork work) throws IOException {
    RemovalTally removed = new RemovalTally();
    try {
      FileType result = work.write(new Pace(deadline), removed);
      return new Rebuilt.Done(result, Verdict.rebuilt(removed.removals()), false);
    } catch (UnfitContentException unfit) {
      return new Rebuilt.Refused(unfit.reason());
    }
  }

  /**
   * Does the work and says what became of it.
   *
   * @param result what the new content is when the work is done
   */
  public static Rebuilt at(FileType result, Deadline deadline, Work work) throws IOException {
    return at(
        deadline,
        (pace, removed) -> {
          work.write(pace, removed);
          return result;
        });
  }
}
