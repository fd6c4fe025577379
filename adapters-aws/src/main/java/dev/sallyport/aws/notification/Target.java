package dev.sallyport.aws.notification;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whom a bucket tells of what.
 *
 * @param arn of a queue or a function
 * @param events such as {@code s3:ObjectCreated:*}, at least one
 * @param prefix keys begin so; empty for all
 * @param suffix keys end so; empty for all
 */
public record Target(String arn, List<String> events, String prefix, String suffix) {
  private static final Pattern ARN =
      Pattern.compile(
          "arn:aws[a-z-]*:(sqs:[a-z0-9-]+:\\d{12}:[\\w-]{1,80}"
              + "|lambda:[a-z0-9-]+:\\d{12}:function:[\\w-]{1,64}(:[\\w$-]{1,128})?)");
  private static final Pattern EVENT = Pattern.compile("s3:[A-Za-z]{1,40}(:[A-Za-z*]{1,40})?");
  private static final int MOST_EVENTS = 20;
  private static final int MOST_FILTER = 1024;

  /** Copies the list and rejects what S3 would. */
  public Target {
    events = List.copyOf(events);
    if (!ARN.matcher(arn).matches()) {
      throw new IllegalArgumentException("a target is the ARN of a queue or a function");
    }
    if (events.isEmpty()
        || events.size() > MOST_EVENTS
        || Set.copyOf(events).size() != events.size()
        || !events.stream().allMatch(event -> EVENT.matcher(event).matches())) {
      throw new IllegalArgumentException("events are words such as s3:ObjectCreated:*, none twice");
    }
    if (prefix.length() > MOST_FILTER || suffix.length() > MOST_FILTER) {
      throw new IllegalArgumentException("a prefix or suffix has at most 1024 characters");
    }
  }

  /** Returns whether a queue is told; otherwise a function is. */
  public boolean isQueue() {
    return arn.split(":", 4)[2].equals("sqs");
  }
}
