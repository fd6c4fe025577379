package dev.sallyport.operations.event;

import dev.sallyport.operations.Queues;
import java.util.EnumSet;
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
   * {@link Queues#HEAT_MAP} and {@link Queues#TRACKER}, what is counted on profiles to {@link
   * Queues#ACTIVITY}, verdicts to {@link Queues#RENDITIONS}.
   */
  public static Subscriptions defaults() {
    return new Subscriptions(
        Map.of(
            Queues.AUDIT, EnumSet.allOf(EventType.class),
            Queues.HEAT_MAP, EnumSet.of(EventType.REPORT_SUBMITTED),
            Queues.ACTIVITY, EnumSet.of(EventType.CONTRIBUTION_MADE),
            Queues.RENDITIONS, EnumSet.of(EventType.ATTACHMENT_JUDGED),
            Queues.TRACKER, EnumSet.of(EventType.REPORT_SUBMITTED)));
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
