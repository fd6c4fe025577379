package dev.sallyport.domain.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The maps of which a deployment counts reports.
 *
 * @param byMap areas by the name of their map
 */
public record MappedAreas(Map<String, MappedArea> byMap) {
  /** Most maps. */
  public static final int MAX = 100;

  /** Copies the map; rejects too many. */
  public MappedAreas {
    byMap = Map.copyOf(byMap);
    if (byMap.size() > MAX) {
      throw new IllegalArgumentException("at most 100 maps");
    }
  }

  /**
   * Makes one of a list.
   *
   * @throws IllegalArgumentException when a map stands there twice
   */
  public static MappedAreas of(List<MappedArea> areas) {
    try {
      return new MappedAreas(
          areas.stream().collect(Collectors.toMap(MappedArea::map, Function.identity())));
    } catch (IllegalStateException twice) {
      throw new IllegalArgumentException("a map stands there twice", twice);
    }
  }

  /** Returns those of a deployment that counts nothing. */
  public static MappedAreas none() {
    return new MappedAreas(Map.of());
  }

  /** Returns the area of a map that is counted. */
  public Optional<MappedArea> find(String map) {
    return Optional.ofNullable(byMap.get(map));
  }
}
