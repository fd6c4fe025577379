package dev.sallyport.lambda;

import dev.sallyport.application.shared.SecureIdGenerator;
import dev.sallyport.application.shared.port.IdGenerator;
import java.util.UUID;

/**
 * Ids and secrets whose source can be replaced: many functions begin from one snapshot, and none
 * may go on where another one does.
 */
final class FreshIds implements IdGenerator {
  private volatile IdGenerator source = new SecureIdGenerator();

  /** Begins with a new source. */
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
