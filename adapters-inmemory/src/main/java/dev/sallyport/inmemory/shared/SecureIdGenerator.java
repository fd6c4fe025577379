package dev.sallyport.inmemory.shared;

import dev.sallyport.application.shared.port.IdGenerator;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.UUID;

/** Takes ids and secrets from the platform's strong random source. Thread-safe. */
public final class SecureIdGenerator implements IdGenerator {
  private static final int LEAST_SECRET = 16;
  private static final int MOST_SECRET = 64;

  private final SecureRandom random = new SecureRandom();

  @Override
  public UUID newId() {
    // As UUID.randomUUID does (RFC 9562, version 4), but of this generator and no global one; all
    // bytes at once, since each call of the platform's source takes its lock.
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    ByteBuffer halves = ByteBuffer.wrap(bytes);
    long most = (halves.getLong() & ~0xf000L) | 0x4000L;
    long least = (halves.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(most, least);
  }

  @Override
  public byte[] newSecret(int count) {
    if (count < LEAST_SECRET || count > MOST_SECRET) {
      throw new IllegalArgumentException("a secret has 16 to 64 bytes");
    }
    byte[] secret = new byte[count];
    random.nextBytes(secret);
    return secret;
  }
}
