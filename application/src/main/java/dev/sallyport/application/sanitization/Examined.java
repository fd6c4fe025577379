package dev.sallyport.application.sanitization;

import dev.sallyport.domain.sanitization.Judgement;

/** What an examination of a version has come to; the ledger knows nothing of it yet. */
sealed interface Examined {
  /**
   * It was decided, and clean bytes are stored if there are any.
   *
   * @param judgement the decision
   */
  record Decided(Judgement judgement) implements Examined {}

  /** The version is not there. */
  record Missing() implements Examined {}

  /** The checks outlasted their deadline. */
  record TimedOut() implements Examined {}

  /** The scanner gave no answer. */
  record Undecided() implements Examined {}

  /** Half-read, or a scratch that failed: says nothing about the content. */
  record Broken() implements Examined {}
}
