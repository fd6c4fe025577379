package dev.sallyport.application.sanitization.port;

import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.sanitization.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

/**
 * Parses content to its last byte and writes it anew from what it understood, so that nothing
 * passes that it did not understand.
 *
 * <p>Deterministic: the same content under the same policy gives the same bytes and the same
 * answer. Takes at most the memory that its family budgets for, waiting for it within the deadline
 * if it must.
 */
public interface ContentRebuilder {
  /** Returns the types that this rebuilder handles; no two rebuilders of a deployment share one. */
  Set<FileType> types();

  /**
   * Rebuilds content that was recognised as one of {@link #types()}.
   *
   * @param content what a stranger sent; never empty
   * @param type what it was recognised as
   * @param policy the limits to keep
   * @param deadline looked at often; when it has come, {@link
   *     dev.sallyport.application.shared.DeadlineExceededException}
   * @param sink takes the clean bytes; whatever was written there means nothing unless the answer
   *     is {@link Rebuilt.Done}
   * @throws IOException only when reading the content or writing to the sink fails; whatever is
   *     wrong with the content itself is an answer, not an exception
   */
  Rebuilt rebuild(
      Content content,
      FileType type,
      SanitizationPolicy policy,
      Deadline deadline,
      OutputStream sink)
      throws IOException;

  /** What became of it. */
  sealed interface Rebuilt {
    /**
     * The sink holds clean bytes.
     *
     * @param type what they are now
     * @param verdict what they lack, and whether they were rebuilt or only checked; a served one
     * @param dump whether they are or hold the memory of somebody's process
     */
    record Done(FileType type, Verdict verdict, boolean dump) implements Rebuilt {
      /** Rejects a verdict that is not served. */
      public Done {
        if (!verdict.isServed()) {
          throw new IllegalArgumentException("what is rejected has no clean bytes");
        }
      }
    }

    /**
     * Nothing clean can be made of it.
     *
     * @param reason why
     */
    record Refused(ReasonCode reason) implements Rebuilt {}
  }
}
