package dev.sallyport.application.sanitization.port;

import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import java.io.IOException;

/** Says what bytes are, by looking at bytes only. */
public interface ContentSniffer {
  /**
   * Looks at content that is not empty. Reads a bounded part of it; that it really is what it looks
   * like is for the rebuilder to prove.
   *
   * <p>Text is one type here: whether it is CSV is known only to who declared it.
   */
  Sniffed sniff(Content content) throws IOException;

  /** What was seen. */
  sealed interface Sniffed {
    /**
     * Looks like one type that can be handled.
     *
     * @param type which
     */
    record Recognised(FileType type) implements Sniffed {}

    /**
     * Cannot be handled.
     *
     * @param reason {@code UNSUPPORTED_TYPE}, {@code AMBIGUOUS_TYPE}, {@code ENCRYPTED} or {@code
     *     ACTIVE_CONTENT}
     */
    record Refused(ReasonCode reason) implements Sniffed {}
  }
}
