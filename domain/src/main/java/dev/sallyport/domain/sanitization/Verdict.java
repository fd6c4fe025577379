package dev.sallyport.domain.sanitization;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What the sanitizer says of one attachment. Everything it does not positively know to be harmless
 * is {@link Rejected}.
 */
public sealed interface Verdict {
  /** Rebuilt, and nothing had to be removed. */
  record Clean() implements Verdict {}

  /**
   * Rebuilt without something that the original had.
   *
   * @param removed what, in the order of {@link Removal.Kind}; never empty
   */
  record Disarmed(List<Removal> removed) implements Verdict {
    /** Copies and sorts the list. */
    public Disarmed {
      if (removed.isEmpty()) {
        throw new IllegalArgumentException("what lost nothing is clean");
      }
      removed = sorted(removed);
    }
  }

  /**
   * Its payload was parsed and is served unchanged, for download only.
   *
   * @param removed what parts around the payload lack, in the order of {@link Removal.Kind}; empty
   *     unless something was served together with parts that could be rebuilt
   */
  record Validated(List<Removal> removed) implements Verdict {
    /** Copies and sorts the list. */
    public Validated {
      removed = sorted(removed);
    }
  }

  /**
   * Will never be served.
   *
   * @param reason why
   */
  record Rejected(ReasonCode reason) implements Verdict {}

  /** Returns the verdict on something rebuilt: clean when nothing was removed, else disarmed. */
  static Verdict rebuilt(List<Removal> removed) {
    return removed.isEmpty() ? new Clean() : new Disarmed(removed);
  }

  /**
   * Returns the verdict on something whose payload was only checked: validated when everything is
   * as it came, disarmed when something around the payload was removed.
   */
  static Verdict checked(List<Removal> removed) {
    return removed.isEmpty() ? new Validated(List.of()) : new Disarmed(removed);
  }

  /**
   * Returns the verdict on an archive, which is that of its weakest member: validated, then
   * disarmed, then clean. What members and the archive itself lost is added up.
   *
   * @param members verdicts that are served
   * @param removed what the archive itself lost
   * @throws IllegalArgumentException when a member was rejected
   */
  static Verdict weakest(List<Verdict> members, List<Removal> removed) {
    if (!members.stream().allMatch(Verdict::isServed)) {
      throw new IllegalArgumentException("an archive with a rejected member is rejected");
    }
    Map<Removal.Kind, Long> counts = new EnumMap<>(Removal.Kind.class);
    Stream.concat(removed.stream(), members.stream().flatMap(one -> one.removed().stream()))
        .forEach(one -> counts.merge(one.kind(), one.count(), Math::addExact));
    List<Removal> all =
        counts.entrySet().stream().map(one -> new Removal(one.getKey(), one.getValue())).toList();
    return members.stream().anyMatch(Validated.class::isInstance)
        ? new Validated(all)
        : rebuilt(all);
  }

  private static List<Removal> sorted(List<Removal> removed) {
    return removed.stream().sorted(Comparator.comparing(Removal::kind)).toList();
  }

  /** Returns what the clean bytes lack; nothing when there are none. */
  default List<Removal> removed() {
    return List.of();
  }

  /** Tells whether it was rejected for this reason. */
  default boolean isRejectedFor(ReasonCode reason) {
    return equals(new Rejected(reason));
  }

  /** Tells whether clean bytes exist for this verdict. */
  default boolean isServed() {
    return !(this instanceof Rejected);
  }
}
