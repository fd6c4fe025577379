package dev.sallyport.inmemory.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.shared.PortUnavailableException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {
  private final Semaphore turns = new Semaphore(1);
  private final PasswordHashing hashing = hashing(4096);

  private PasswordHashing hashing(int iterations) {
    return new PasswordHashing(new TestIds(), iterations, turns, Duration.ofMillis(1));
  }

  /** From <a href="https://www.rfc-editor.org/rfc/rfc7914#section-11">RFC 7914, section 11</a>. */
  @Test
  void hashesAsTheStandardDoes() {
    byte[] hash = hashing(80_000).hash("Password", "NaCl".getBytes(StandardCharsets.UTF_8));
    assertThat(HexFormat.of().formatHex(hash))
        .isEqualTo("4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56");
  }

  @Test
  void hashesDifferBySalt() {
    assertThat(hashing.newSalt()).hasSize(16).isNotEqualTo(hashing.newSalt());
    assertThat(hashing.hash("x", new byte[] {1})).isNotEqualTo(hashing.hash("x", new byte[] {2}));
  }

  @Test
  void aSignInThatGetsNoTurnIsToComeBackLater() {
    turns.drainPermits();
    assertThatThrownBy(() -> hashing.hash("x", new byte[16]))
        .isInstanceOf(PortUnavailableException.class);
  }

  @Test
  void aTurnEndsWithTheHash() {
    for (int i = 0; i < 3; i++) {
      assertThat(hashing.hash("x", new byte[16])).hasSize(32);
    }
    assertThat(turns.availablePermits()).isEqualTo(1);
  }

  @Test
  void anInterruptedSignInStaysInterruptedAndHashesNothing() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> hashing.hash("x", new byte[16]))
        .isInstanceOf(PortUnavailableException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
