package dev.sallyport.operations.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.shared.PageToken;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PageTokenSealTest {
  private final PageTokenSeal seal = new PageTokenSeal(new byte[32]);

  @Test
  void whatIsSealedOpensAgainForTheSameList() {
    PageToken token = new PageToken("ü".repeat(1024));
    String sealed = seal.seal(token, "list");
    assertThat(sealed.length()).isLessThanOrEqualTo(PageTokenSeal.MAX_LENGTH);
    assertThat(seal.open(sealed, "list")).contains(token);
    assertThat(seal.open(sealed, "other")).isEmpty();
  }

  @Test
  void anotherKeyOpensNothing() {
    byte[] key = new byte[32];
    key[0] = 1;
    String sealed = new PageTokenSeal(key).seal(new PageToken("t"), "list");
    assertThat(seal.open(sealed, "list")).isEmpty();
  }

  @Test
  void noChangeGoesUnnoticed() {
    long seed = 20261121;
    Random random = new Random(seed);
    String sealed = seal.seal(new PageToken("2026-11-21T10:00:00Z/some-id"), "list");
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (int round = 0; round < 2000; round++) {
      StringBuilder changed = new StringBuilder(sealed);
      int at = random.nextInt(sealed.length() - 1);
      char other = alphabet.charAt(random.nextInt(alphabet.length()));
      if (other == sealed.charAt(at)) {
        changed.setLength(at);
      } else {
        changed.setCharAt(at, other);
      }
      assertThat(seal.open(changed.toString(), "list"))
          .as("seed %d, round %d", seed, round)
          .isEmpty();
    }
  }

  @Test
  void aTokenOutlivesTheRotationOfItsKey() {
    byte[] older = new byte[32];
    byte[] newer = new byte[32];
    newer[0] = 1;
    List<byte[]> keys = new ArrayList<>(List.of(older));
    PageTokenSeal rotating = new PageTokenSeal(() -> keys);
    PageToken token = new PageToken("t");
    String before = rotating.seal(token, "list");
    keys.addFirst(newer);
    assertThat(rotating.open(before, "list")).contains(token);
    assertThat(seal.open(rotating.seal(token, "list"), "list")).isEmpty();
    keys.removeLast();
    assertThat(rotating.open(before, "list")).isEmpty();
  }

  @Test
  void shortKeysAreRefused() {
    assertThatThrownBy(() -> new PageTokenSeal(new byte[31]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
