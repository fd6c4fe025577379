package dev.sallyport.aws.queue;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where messages are published.
 *
 * @param queue what operations call the queue that subscribes; it is sent to directly where there
 *     is no topic
 * @param arn the topic's, when there is one: {@code arn:aws:sns:<region>:<account>:<name>}
 */
public record TopicSettings(String queue, Optional<String> arn) {
  private static final Pattern ARN =
      Pattern.compile("arn:aws[a-z-]{0,20}:sns:[a-z0-9-]{1,32}:[0-9]{12}:[A-Za-z0-9_-]{1,256}");

  /** Rejects what is no standard topic's name. */
  public TopicSettings {
    if (arn.filter(name -> !ARN.matcher(name).matches()).isPresent()) {
      throw new IllegalArgumentException("not the ARN of a standard topic");
    }
  }

  /** Returns the settings of a deployment without a topic. */
  public static TopicSettings direct(String queue) {
    return new TopicSettings(queue, Optional.empty());
  }
}
