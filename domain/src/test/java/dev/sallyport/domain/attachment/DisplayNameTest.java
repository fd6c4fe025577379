package dev.sallyport.domain.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DisplayNameTest {
  @Test
  void pathsAreCutToTheirLastSegment() {
    assertThat(name("../../etc/passwd")).isEqualTo("passwd");
    assertThat(name("C:\\Users\\someone\\shot.png")).isEqualTo("shot.png");
    assertThat(DisplayName.of("folder/")).isEmpty();
  }

  @Test
  void bidiOverridesControlsAndZeroWidthAreRemoved() {
    assertThat(name("invoice\u202Egnp.exe")).isEqualTo("invoicegnp.exe");
    assertThat(name("a\u0000b\u001Bc\u200Bd\uFEFFe")).isEqualTo("abcde");
    assertThat(DisplayName.of("\u202E\u0007")).isEmpty();
  }

  @Test
  void composesToNfcAndFoldsWhiteSpace() {
    assertThat(name("e\u0301te\u0301.png")).isEqualTo("\u00e9t\u00e9.png");
    assertThat(name("  a \t\r\n\u2028 b  ")).isEqualTo("a b");
  }

  @Test
  void longNamesAreCutBetweenCharacters() {
    String emoji = "\ud83d\ude00";
    String cut = name("x" + emoji.repeat(100));
    assertThat(cut.length()).isLessThanOrEqualTo(DisplayName.MAX_LENGTH);
    assertThat(Character.isHighSurrogate(cut.charAt(cut.length() - 1))).isFalse();
  }

  @Test
  void unpairedSurrogatesAreRemoved() {
    assertThat(name("a\ud83db")).isEqualTo("ab");
  }

  @Test
  void cleaningACleanNameChangesNothing() {
    long seed = 20261121;
    Random random = new Random(seed);
    for (int i = 0; i < 2000; i++) {
      String raw =
          random
              .ints(random.nextInt(200), 0, 0x3000)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString();
      DisplayName.of(raw)
          .ifPresent(
              once -> assertThat(DisplayName.of(once.value())).as("seed %d", seed).contains(once));
    }
  }

  @Test
  void uncleanTextIsNoName() {
    assertThatIllegalArgumentException().isThrownBy(() -> new DisplayName("a/b"));
    assertThatIllegalArgumentException().isThrownBy(() -> new DisplayName(""));
  }

  @Test
  void namesAreNotPrinted() {
    assertThat(new DisplayName("jane.png").toString()).doesNotContain("jane");
  }

  private static String name(String raw) {
    return DisplayName.of(raw).orElseThrow().value();
  }
}
