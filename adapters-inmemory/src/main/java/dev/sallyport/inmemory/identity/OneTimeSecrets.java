package dev.sallyport.inmemory.identity;

import dev.sallyport.application.shared.port.IdGenerator;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;

/** Makes codes that people type and sessions that programs send back. */
final class OneTimeSecrets {
  private static final int BYTES = 32;
  private static final long CODES = 1_000_000;

  private final IdGenerator ids;
  private final Clock clock;

  @Inject
  OneTimeSecrets(IdGenerator ids, Clock clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /** Returns six digits. */
  String newCode() {
    long random = ByteBuffer.wrap(ids.newSecret(BYTES)).getLong();
    return String.format(Locale.ROOT, "%06d", Long.remainderUnsigned(random, CODES));
  }

  /** Returns 256 random bits as text. */
  String newSession() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(ids.newSecret(BYTES));
  }

  /** Returns what is kept of a secret that is given now. */
  OneTimeSecret given(String secret, Duration life, int attempts) {
    Instant now = clock.instant();
    return new OneTimeSecret(secret, now, now.plus(life), attempts);
  }
}
