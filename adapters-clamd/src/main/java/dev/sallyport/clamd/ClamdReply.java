package dev.sallyport.clamd;

import dev.sallyport.clamd.NoVerdictException.Reason;
import java.util.regex.Pattern;

/**
 * What clamd replied.
 *
 * @param text without the NUL that ends it
 * @param toWhole whether everything had been said by then
 */
record ClamdReply(String text, boolean toWhole) {
  private static final String CLEAN = "stream: OK";

  /** Nobody outside learns the name: it would tell senders what to change. */
  private static final Pattern FOUND = Pattern.compile("stream: [\\x20-\\x7e]+ FOUND");

  private static final String TOO_LARGE = "INSTREAM size limit exceeded. ERROR";

  /**
   * Tells whether it means malware. What is found in a part is found; only the whole can be clean.
   *
   * @throws NoVerdictException when it means neither malware nor clean
   */
  boolean isMalware() throws NoVerdictException {
    if (FOUND.matcher(text).matches()) {
      return true;
    }
    if (text.equals(CLEAN) && toWhole) {
      return false;
    }
    throw new NoVerdictException(text.equals(TOO_LARGE) ? Reason.TOO_LARGE : Reason.STRANGE);
  }
}
