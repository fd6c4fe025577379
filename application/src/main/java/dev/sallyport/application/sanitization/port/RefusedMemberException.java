package dev.sallyport.application.sanitization.port;

import dev.sallyport.domain.sanitization.ReasonCode;
import java.io.IOException;

/**
 * A member of an archive did not pass, and so the archive does not either.
 *
 * <p>An {@link IOException}, because it has to come out of streams; whoever writes to {@link
 * Members.Member#sink()} lets it through.
 */
public final class RefusedMemberException extends IOException {
  private static final long serialVersionUID = 1L;

  private final ReasonCode reason;

  /** Makes one for a reason. */
  public RefusedMemberException(ReasonCode reason) {
    super(reason.name());
    this.reason = reason;
  }

  /** Returns why. */
  public ReasonCode reason() {
    return reason;
  }
}
