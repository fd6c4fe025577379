package dev.sallyport.operations;

import dev.sallyport.application.queue.port.MessageQueue;
import java.util.Map;

/**
 * The queues of a deployment by the names that operations use for them.
 *
 * @param byName every queue that some operation receives from or sends to
 */
public record Queues(Map<String, MessageQueue> byName) {
  /** Where objects wait that have arrived in quarantine. */
  public static final String SANITIZATION = "sanitization";

  /** Where every event goes to be written down. */
  public static final String AUDIT = "audit";

  /** Where uploads wait that have come to their end and may become pictures. */
  public static final String RENDITIONS = "renditions";

  /** Where accepted reports go to be counted. */
  public static final String HEAT_MAP = "heatmap";

  /** Where accepted reports go that may become issues by themselves. */
  public static final String TRACKER = "tracker";

  /** Where what users did goes to be counted. */
  public static final String ACTIVITY = "activity";

  /** Where announcements of pictures go to be shown on profiles. */
  public static final String PICTURES = "pictures";

  /** Copies the map. */
  public Queues {
    byName = Map.copyOf(byName);
  }

  /**
   * Returns a queue.
   *
   * @throws IllegalArgumentException when the deployment has none of this name
   */
  public MessageQueue named(String name) {
    MessageQueue queue = byName.get(name);
    if (queue == null) {
      throw new IllegalArgumentException("no queue is named " + name);
    }
    return queue;
  }
}
