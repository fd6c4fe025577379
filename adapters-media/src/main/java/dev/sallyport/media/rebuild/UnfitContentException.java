package dev.sallyport.media.rebuild;

import dev.sallyport.domain.sanitization.ReasonCode;
import java.io.IOException;

/**
 * Nothing clean can be made of the content; carries the reason up to the rebuilder, which answers
 * with it.
 *
 * <p>It never leaves this module. An {@link IOException} because it has to pass through streams and
 * parsers that know no other kind; caught before any other {@code IOException}.
 */
public final class UnfitContentException extends IOException {
  private static final long serialVersionUID = 1L;

  private final ReasonCode reason;

  /** Makes one for a reason. */
  public UnfitContentException(ReasonCode reason) {
    super(reason.name());
    this.reason = reason;
  }

  /** Makes one for a reason, keeping what a decoder or parser said. */
  public UnfitContentException(ReasonCode reason, Throwable cause) {
    super(reason.name(), cause);
    this.reason = reason;
  }

  /** Refuses content that breaks a rule of its own format. */
  public static void malformedUnless(boolean holds) throws UnfitContentException {
    refuseUnless(holds, ReasonCode.MALFORMED);
  }

  /** Refuses content for a reason unless something holds. */
  public static void refuseUnless(boolean holds, ReasonCode reason) throws UnfitContentException {
    if (!holds) {
      throw new UnfitContentException(reason);
    }
  }

  /** Returns why. */
  public ReasonCode reason() {
    return reason;
  }
}
