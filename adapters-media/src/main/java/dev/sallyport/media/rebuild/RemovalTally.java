package dev.sallyport.media.rebuild;

import dev.sallyport.domain.sanitization.Removal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what one rebuild leaves out, by kind. */
public final class RemovalTally {
  private final Map<Removal.Kind, AtomicLong> counts = new EnumMap<>(Removal.Kind.class);

  /** Makes an empty one. */
  public RemovalTally() {}

  /** Notes one more removal. */
  public void add(Removal.Kind kind) {
    counts.computeIfAbsent(kind, _ -> new AtomicLong()).incrementAndGet();
  }

  /** Returns what was noted, each kind once, in the order of the kinds. */
  public List<Removal> removals() {
    return counts.entrySet().stream()
        .map(entry -> new Removal(entry.getKey(), entry.getValue().get()))
        .toList();
  }
}
