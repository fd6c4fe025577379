package dev.sallyport.http;

import dev.sallyport.application.shared.port.IdGenerator;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Ids that count up, so that a test can tell them from any that came from outside. */
public final class FixedIds implements IdGenerator {
  private final AtomicLong count = new AtomicLong();

  @Override
  public UUID newId() {
    return new UUID(0x5a11_0000_0000_4000L, 0x8000_0000_0000_0000L + count.incrementAndGet());
  }

  @Override
  public byte[] newSecret(int length) {
    byte[] secret = new byte[length];
    secret[0] = (byte) count.incrementAndGet();
    return secret;
  }
}
