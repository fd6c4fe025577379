package dev.sallyport.application.sanitization.port;

import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.Verdict;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Judges the members of one archive by the very checks that the archive itself passes, and counts
 * what comes out of it against the policy.
 */
public interface Members {
  /**
   * Begins the next member.
   *
   * @throws RefusedMemberException {@code EXPANSION_LIMIT} when there are too many
   */
  Member next() throws RefusedMemberException;

  /** One member: first written, then judged, then read. Closing it frees what it holds. */
  interface Member extends AutoCloseable {
    /**
     * Returns where its bytes go as they come out of the archive; the same stream each time.
     * Writing more than may come out is a {@link RefusedMemberException} of {@code
     * EXPANSION_LIMIT}.
     */
    OutputStream sink();

    /**
     * Ends the writing and judges what was written. A member of no bytes passes as text of no
     * bytes.
     *
     * @throws RefusedMemberException when nothing clean can be made of it
     * @throws dev.sallyport.application.shared.PortUnavailableException when a scanner gave no
     *     answer
     */
    Passed judge() throws IOException;

    @Override
    void close();
  }

  /**
   * A member that passed.
   *
   * @param type what it is now
   * @param bytes clean bytes, until the member is closed
   * @param verdict a served one
   * @param dump whether it is or holds the memory of somebody's process
   */
  record Passed(FileType type, Content bytes, Verdict verdict, boolean dump) {}
}
