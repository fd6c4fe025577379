package dev.sallyport.inmemory.identity;

import dev.sallyport.application.shared.port.IdGenerator;
import java.util.Random;
import java.util.UUID;

/** Ids and secrets that are the same in each run. */
final class TestIds implements IdGenerator {
  private final Random random = new Random(42);

  @Override
  public synchronized UUID newId() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  @Override
  public synchronized byte[] newSecret(int count) {
    byte[] secret = new byte[count];
    random.nextBytes(secret);
    return secret;
  }
}
