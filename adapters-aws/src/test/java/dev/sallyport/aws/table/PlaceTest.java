package dev.sallyport.aws.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.application.shared.PageToken;
import java.time.Instant;
import java.util.Comparator;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaceTest {
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
  private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-00000000000a");

  @Test
  void placesReadAsTheyAreWritten() {
    String text = "2026-11-21T12:00:00.000000000Z#00000000-0000-4000-8000-00000000000a";

    assertThat(new Place(NOON, ID)).hasToString(text);
    assertThat(Place.parse(text)).isEqualTo(new Place(NOON, ID));
    assertThat(Place.of(new Place(NOON, ID).token())).isEqualTo(new Place(NOON, ID));
  }

  @Test
  void textsSortAsTimesAndThenIdsDo() {
    long seed = 17;
    Random random = new Random(seed);
    Comparator<Place> order =
        Comparator.comparing(Place::at).thenComparing(place -> place.id().toString());
    for (int i = 0; i < 2_000; i++) {
      Place one = any(random);
      Place other = any(random);
      assertThat(Integer.signum(one.toString().compareTo(other.toString())))
          .as("seed %d: %s, %s", seed, one, other)
          .isEqualTo(Integer.signum(order.compare(one, other)));
      assertThat(Place.parse(one.toString())).isEqualTo(one);
    }
  }

  @Test
  void endsAndSuccessorsAreBetweenPlaces() {
    Place place = new Place(NOON, ID);
    String next = new Place(NOON, new UUID(ID.getMostSignificantBits(), -1L)).toString();
    String later = new Place(NOON.plusNanos(1), new UUID(0, 0)).toString();

    assertThat(place.successor()).isGreaterThan(place.toString()).isLessThan(next);
    assertThat(Place.endOf(NOON)).isGreaterThan(next).isLessThan(later);
    assertThat(IndexRange.Bounds.BEGIN).isLessThan(place.toString());
    assertThat(IndexRange.Bounds.END).isGreaterThan("9999");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "2026-11-21T12:00:00Z#00000000-0000-4000-8000-00000000000a",
        "2026-13-21T12:00:00.000000000Z#00000000-0000-4000-8000-00000000000a",
        "2026-11-21T24:00:00.000000000Z#00000000-0000-4000-8000-00000000000a",
        "2026-11-21T12:00:00.000000000Z#00000000-0000-4000-8000-00000000000A",
        "2026-11-21T12:00:00.000000000Z#00000000x0000x4000x8000x00000000000a",
        "2026-11-21T12:00:00.000000000Z/00000000-0000-4000-8000-00000000000a",
      })
  void otherTextsAreRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Place.of(new PageToken(text)));
  }

  @Test
  void yearsOfFiveDigitsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Place(Instant.parse("+10000-01-01T00:00:00Z"), ID).toString());
  }

  private static Place any(Random random) {
    Instant at =
        NOON.plusSeconds(random.nextInt(3) - 1).plusNanos(random.nextInt(3) * 100_000_000L);
    return new Place(at, new UUID(random.nextLong(2), random.nextLong()));
  }
}
