package dev.sallyport.contract.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.contract.fixtures.Race;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What whoever makes ids and secrets keeps. */
public interface IdGeneratorContract {
  /** Returns the generator; always the same one within a test. */
  IdGenerator ids();

  @Test
  default void idsAreNeverTheSameEvenInARace() {
    List<List<UUID>> made =
        Race.run(_ -> {
          List<UUID> own = new ArrayList<>();
          for (int i = 0; i < 500; i++) {
            own.add(ids().newId());
          }
          return own;
        });

    assertThat(made.stream().flatMap(List::stream)).doesNotHaveDuplicates().hasSize(4_000);
  }

  @Test
  default void idsAreRandomUuids() {
    UUID id = ids().newId();

    assertThat(id.version()).isEqualTo(4);
    assertThat(id.variant()).isEqualTo(2);
  }

  @Test
  default void secretsHaveTheirLengthAndDiffer() {
    for (int count : new int[] {16, 32, 64}) {
      byte[] one = ids().newSecret(count);
      byte[] other = ids().newSecret(count);

      assertThat(one).hasSize(count);
      assertThat(Arrays.equals(one, other)).isFalse();
    }
  }

  @Test
  default void secretsTooShortOrTooLongAreRefused() {
    assertThatThrownBy(() -> ids().newSecret(15)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ids().newSecret(65)).isInstanceOf(IllegalArgumentException.class);
  }
}
