package dev.sallyport.lambda;

import dev.sallyport.application.shared.SecureIdGenerator;
import dev.sallyport.application.shared.port.IdGenerator;
import java.util.UUID;

/**
 * Ids and secrets whose source can be replaced: many functions begin from one snapshot, and none
 * may go on where another one does. {@link SecureIdGenerator} keeps what is left of a block of
 * random bytes, which a snapshot holds for all that begin from it; so the whole generator goes.
 *
 * <p>The platform's own source may stay: what Java keeps of {@code /dev/urandom} it drops after a
 * tenth of a second, and the kernel of a restored machine is seeded anew (<a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-uniqueness.html">uniqueness with
 * SnapStart</a>).
 */
final class FreshIds implements IdGenerator {
  private volatile IdGenerator source;

  FreshIds() {
    this(new SecureIdGenerator());
  }

  /** Begins with a source that a snapshot holds. */
  FreshIds(IdGenerator source) {
    this.source = source;
  }

  /** Goes on with a new source. */
  void renew() {
    source = new SecureIdGenerator();
  }

  @Override
  public UUID newId() {
    return source.newId();
  }

  @Override
  public byte[] newSecret(int count) {
    return source.newSecret(count);
  }
}
