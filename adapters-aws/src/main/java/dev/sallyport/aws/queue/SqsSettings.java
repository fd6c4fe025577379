package dev.sallyport.aws.queue;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The queues of a deployment. Each has a redrive policy that names its dead-letter queue; both are
 * standard queues.
 *
 * @param queues no name and no address twice
 */
public record SqsSettings(List<Queue> queues) {
  /** Copies the list and rejects what stands there twice. */
  public SqsSettings {
    queues = List.copyOf(queues);
    Set<Object> known = new HashSet<>();
    for (Queue queue : queues) {
      if (!known.add(queue.name()) || !known.add(queue.url()) || !known.add(queue.dead())) {
        throw new IllegalArgumentException("a queue stands there twice: " + queue.name());
      }
    }
  }

  /**
   * One queue and where its dead letters go.
   *
   * @param name what operations call it, 1 to 80 letters, digits, hyphens and underscores; its name
   *     in SQS may be another
   * @param url as SQS gives it, such as {@code
   *     https://sqs.eu-central-1.amazonaws.com/123456789012/name}
   * @param dead address of its dead-letter queue
   */
  public record Queue(String name, URI url, URI dead) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    /** Rejects what is no name or no address of a queue. */
    public Queue {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("not a queue name");
      }
      if (!isQueue(url) || !isQueue(dead)) {
        throw new IllegalArgumentException("not the address of a queue: " + name);
      }
    }

    private static boolean isQueue(URI url) {
      return ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))
          && url.getHost() != null
          && url.getPath().length() > 1
          && !url.getPath().endsWith(".fifo")
          && url.getRawQuery() == null
          && url.getRawUserInfo() == null;
    }
  }
}
