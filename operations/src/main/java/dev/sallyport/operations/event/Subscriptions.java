package dev.sallyport.operations.event;

import dev.sallyport.operations.Queues;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which events go to which queues.
 *
 * @param byQueue kinds of events by the name of the queue
 */
public record Subscriptions(Map<String, Set<EventType>> byQueue) {
  /** Copies the map. */
  public Subscriptions {
    byQueue = Map.copyOf(byQueue);
  }

  /**
   * Returns what every deployment has: all events go to {@link Queues#AUDIT}, accepted reports to
   * {@link Queues#HEAT_MAP}, what is counted on profiles to {@link Queues#ACTIVITY}.
   */
  public static Subscriptions defaults() {
    return new Subscriptions(
        Map.of(
            Queues.AUDIT, EnumSet.allOf(EventType.class),
            Queues.HEAT_MAP, EnumSet.of(EventType.REPORT_SUBMITTED),
            Queues.ACTIVITY, EnumSet.of(EventType.CONTRIBUTION_MADE)));
  }

  /**
   * Returns what a deployment has: all events go to {@link Queues#AUDIT}, verdicts to {@link
   * Queues#RENDITIONS} and accepted reports to {@link Queues#TRACKER} where there are such queues.
   */
  public static Subscriptions to(Queues queues) {
    Map<String, Set<EventType>> byQueue = new HashMap<>(defaults().byQueue);
    if (queues.byName().containsKey(Queues.RENDITIONS)) {
      byQueue.put(Queues.RENDITIONS, EnumSet.of(EventType.ATTACHMENT_JUDGED));
    }
    if (queues.byName().containsKey(Queues.TRACKER)) {
      byQueue.put(Queues.TRACKER, EnumSet.of(EventType.REPORT_SUBMITTED));
    }
    return new Subscriptions(byQueue);
  }

  /** Returns the names of the queues that an event of this kind goes to. */
  List<String> queuesOf(EventType type) {
    return byQueue.entrySet().stream()
        .filter(entry -> entry.getValue().contains(type))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }
}
