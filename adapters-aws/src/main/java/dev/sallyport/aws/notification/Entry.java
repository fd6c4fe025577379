package dev.sallyport.aws.notification;

import java.util.Locale;
import java.util.Set;

/**
 * One entry of a bucket's notifications.
 *
 * @param id names it in its configuration
 * @param kind what is told
 * @param arn whom
 * @param events of what
 * @param rules which keys
 */
record Entry(String id, Kind kind, String arn, Set<String> events, Set<Rule> rules) {
  Entry {
    events = Set.copyOf(events);
    rules = Set.copyOf(rules);
  }

  /** What is told. */
  enum Kind {
    QUEUE,
    FUNCTION,
    TOPIC
  }

  /**
   * A part of a key that is asked for.
   *
   * @param name {@code prefix} or {@code suffix}; S3 takes both spellings and gives back another
   *     one than it took
   * @param value what it is
   */
  record Rule(String name, String value) {
    Rule {
      name = name.toLowerCase(Locale.ROOT);
    }
  }
}
