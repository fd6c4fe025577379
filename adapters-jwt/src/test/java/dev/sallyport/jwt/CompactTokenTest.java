package dev.sallyport.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CompactTokenTest {
  private static final List<String> FRAGMENTS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "\"",
          "\"a\":",
          "\"exp\":",
          "1",
          "-",
          "1e999999999",
          "-0.0",
          "1e-999999999",
          "9".repeat(500),
          "0x1",
          "NaN",
          "Infinity",
          "null",
          "true",
          "\\u0000",
          "\\ud800",
          "\\x",
          "\n",
          "\u0000",
          "\ufeff",
          "\ufffd",
          "'",
          "/*",
          "//",
          "#",
          ";",
          "=>");

  @Test
  void readsAnyTextAsAnObjectOrAsNothing() {
    long seed = 8_725L;
    Random random = new Random(seed);
    for (int round = 0; round < 3000; round++) {
      StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "" : "{\"a\":");
      for (int i = random.nextInt(12); i > 0; i--) {
        text.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
      }
      byte[] bytes = text.append('}').toString().getBytes(StandardCharsets.UTF_8);
      assertThatCode(() -> CompactToken.jsonObject(bytes))
          .as("seed %d, round %d: %s", seed, round, text)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void readsAnyBytesAsAnObjectOrAsNothing() {
    long seed = 7_515L;
    Random random = new Random(seed);
    for (int round = 0; round < 1000; round++) {
      byte[] bytes = new byte[random.nextInt(64)];
      random.nextBytes(bytes);
      assertThatCode(() -> CompactToken.jsonObject(bytes))
          .as("seed %d, round %d", seed, round)
          .doesNotThrowAnyException();
    }
  }

  @Test
  void readsObjectsOnly() {
    assertThat(CompactToken.jsonObject("{\"a\":1}".getBytes(StandardCharsets.UTF_8))).isPresent();
    for (String text :
        List.of(
            "", "null", "1", "\"a\"", "[]", "[[\"a\",1]]", "{\"a\":1}{}", "{\"a\":1,\"a\":2}")) {
      assertThat(CompactToken.jsonObject(text.getBytes(StandardCharsets.UTF_8))).as(text).isEmpty();
    }
  }
}
