package dev.sallyport.aws.table;

import dev.sallyport.application.shared.PageToken;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

/**
 * Where something stands in a list that is sorted by time: an instant, then an id. Its text is
 * always as long, so that texts sort as their instants do.
 *
 * @param at in the years 0 to 9999
 * @param id decides between those of the same instant
 */
public record Place(Instant at, UUID id) {
  private static final char BETWEEN = '#';
  private static final int LENGTH = SortableTime.LENGTH + 1 + 36;

  /** Returns the text that sorts after the places of an instant and before all later ones. */
  public static String endOf(Instant at) {
    return SortableTime.write(at) + (char) (BETWEEN + 1);
  }

  /** Returns the text that sorts before the places of an instant and after all earlier ones. */
  public static String beginOf(Instant at) {
    return SortableTime.write(at);
  }

  /** Returns the text that sorts directly after this place. */
  public String successor() {
    return this + "#";
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static Place parse(String text) {
    if (text.length() != LENGTH || text.charAt(SortableTime.LENGTH) != BETWEEN) {
      throw new IllegalArgumentException("not a place in a list");
    }
    try {
      Place place =
          new Place(
              SortableTime.read(text.substring(0, SortableTime.LENGTH)),
              UUID.fromString(text.substring(SortableTime.LENGTH + 1)));
      if (place.toString().equals(text)) {
        return place;
      }
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a place in a list", e);
    }
    throw new IllegalArgumentException("not a place in a list");
  }

  /**
   * Reads the token of a page before.
   *
   * @throws IllegalArgumentException when it is not one of {@link #token}
   */
  public static Place of(PageToken token) {
    return parse(token.value());
  }

  /** Returns the token of a page that ends with this place. */
  public PageToken token() {
    return new PageToken(toString());
  }

  @Override
  public String toString() {
    return SortableTime.write(at) + BETWEEN + id;
  }
}
