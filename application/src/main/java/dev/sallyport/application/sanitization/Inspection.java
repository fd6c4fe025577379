package dev.sallyport.application.sanitization;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.domain.sanitization.Check;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Verdict;
import java.util.Set;

/** What looking at content has shown; not yet stored anywhere. */
sealed interface Inspection {
  /**
   * Clean bytes could be made.
   *
   * @param type what they are
   * @param bytes the clean bytes, valid until their scratch is closed
   * @param verdict a served one
   * @param dump whether they are or hold the memory of somebody's process
   * @param checks the checks that ran
   */
  record Passed(FileType type, Content bytes, Verdict verdict, boolean dump, Set<Check> checks)
      implements Inspection {}

  /**
   * No clean bytes can be made.
   *
   * @param reason why
   * @param checks the checks that ran, the one that failed included
   */
  record Failed(ReasonCode reason, Set<Check> checks) implements Inspection {}

  /** The scanner gave no answer, so there is nothing to say about the content. */
  record Undecided() implements Inspection {}
}
