package dev.sallyport.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttackCorpusTest {
  private static final List<AttackSample> SAMPLES = AttackCorpus.samples();

  @Test
  void thereAreEnoughOfThemAndNoTwoHaveOneName() {
    assertThat(SAMPLES).hasSizeGreaterThanOrEqualTo(120);
    assertThat(SAMPLES).extracting(AttackSample::name).doesNotHaveDuplicates();
  }

  @Test
  void everyAttackIsTriedWithEveryFamilyOrItIsSaidWhyNot() {
    List<String> wrong = new ArrayList<>();
    for (AttackClass attack : AttackClass.values()) {
      for (Family family : Family.values()) {
        boolean tried =
            SAMPLES.stream()
                .anyMatch(one -> one.attack() == attack && family.formats().contains(one.format()));
        if (tried == AttackCorpus.impossible(attack, family).isPresent()) {
          wrong.add(attack + " with " + family + (tried ? " is possible" : " is not tried"));
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyFormatIsOfOneFamily() {
    assertThat(AttackCorpus.formats())
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Family.values()).flatMap(family -> family.formats().stream()).toList());
  }

  @Test
  void bytesAreTheSameEachTimeAndFewEnoughToSend() {
    for (AttackSample sample : SAMPLES) {
      byte[] bytes = sample.bytes();
      assertThat(bytes).as(sample.name()).isEqualTo(sample.bytes());
      assertThat(bytes.length).as(sample.name()).isLessThan(3 << 20);
    }
  }
}
