package dev.sallyport.media.rebuild;

import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.function.BiFunction;

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
    return at(
        deadline,
        work,
        (type, removals) -> new Rebuilt.Done(type, Verdict.rebuilt(removals), false));
  }

  /**
   * Does the work and says what became of it.
   *
   * @param result what the new content is when the work is done
   */
  public static Rebuilt at(FileType result, Deadline deadline, Work work) throws IOException {
    return at(deadline, typed(result, work));
  }

  /**
   * Does work that checks a payload and passes it on as it came, and says what became of it.
   *
   * @param result what the content is when the work is done
   */
  public static Rebuilt atChecking(FileType result, Deadline deadline, Work work)
      throws IOException {
    return at(
        deadline,
        typed(result, work),
        (type, removals) -> new Rebuilt.Done(type, Verdict.checked(removals), type.isDump()));
  }

  private static TypedWork typed(FileType result, Work work) {
    return (pace, removed) -> {
      work.write(pace, removed);
      return result;
    };
  }

  private static Rebuilt at(
      Deadline deadline, TypedWork work, BiFunction<FileType, List<Removal>, Rebuilt> done)
      throws IOException {
    RemovalTally removed = new RemovalTally();
    try {
      FileType result = work.write(new Pace(deadline), removed);
      return done.apply(result, removed.removals());
    } catch (UnfitContentException unfit) {
      return new Rebuilt.Refused(unfit.reason());
    }
  }
}
