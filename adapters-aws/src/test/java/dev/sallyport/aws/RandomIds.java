package dev.sallyport.aws;

import dev.sallyport.application.shared.port.IdGenerator;
import java.security.SecureRandom;
import java.util.UUID;

/** Ids that no other test has: a server knows the tokens of all of them. */
public final class RandomIds implements IdGenerator {
  private final SecureRandom random = new SecureRandom();

  @Override
  public UUID newId() {
    return UUID.randomUUID();
  }

  @Override
  public byte[] newSecret(int count) {
    byte[] secret = new byte[count];
    random.nextBytes(secret);
    return secret;
  }
}
