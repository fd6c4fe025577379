package dev.sallyport.application.shared;

import dev.sallyport.application.shared.port.IdGenerator;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;

/**
 * Takes ids and secrets from the platform's strong random source, a block at a time, since a call
 * of the source costs about the same for sixteen bytes as for hundreds. Thread-safe.
 */
public final class SecureIdGenerator implements IdGenerator {
  private static final int LEAST_SECRET = 16;
  private static final int MOST_SECRET = 64;
  private static final int BLOCK = 4096;

  private final SecureRandom random = new SecureRandom();
  private final byte[] block = new byte[BLOCK];
  private int used = BLOCK;

  @Override
  public UUID newId() {
    // As UUID.randomUUID does (RFC 9562, version 4), but of this generator and no global one.
    ByteBuffer halves = ByteBuffer.wrap(take(16));
    long most = (halves.getLong() & ~0xf000L) | 0x4000L;
    long least = (halves.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(most, least);
  }

  @Override
  public byte[] newSecret(int count) {
    if (count < LEAST_SECRET || count > MOST_SECRET) {
      throw new IllegalArgumentException("a secret has 16 to 64 bytes");
    }
    return take(count);
  }

  /** What is given out is wiped here, so that nobody is given it again or finds it in a dump. */
  private synchronized byte[] take(int count) {
    if (BLOCK - used < count) {
      random.nextBytes(block);
      used = 0;
    }
    byte[] taken = Arrays.copyOfRange(block, used, used + count);
    Arrays.fill(block, used, used + count, (byte) 0);
    used += count;
    return taken;
  }
}
