package dev.sallyport.aws.table;

import java.util.regex.Pattern;

/**
 * Which tables a deployment has.
 *
 * @param prefix what the names of its tables begin with: 3 to 200 letters, digits, {@code _ . -}
 *     (<a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">naming
 *     rules</a>: a table's name has at most 255)
 * @param reserveShards over how many items the deployment's quarantine reserve is spread, 1 to 64.
 *     Grants and verdicts that meet on one of them wait for each other, and each holds it for about
 *     ten milliseconds, so one takes some fifty changes a second. May be changed at any time.
 */
public record TableSettings(String prefix, int reserveShards) {
  /** Enough for a few hundred grants and verdicts a second. */
  public static final int DEFAULT_RESERVE_SHARDS = 8;

  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_.-]{3,200}");
  private static final int MOST_RESERVE_SHARDS = 64;

  /** Rejects what cannot be part of a name and a number of shards out of range. */
  public TableSettings {
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException("a prefix has 3 to 200 letters, digits, _ . -");
    }
    if (reserveShards < 1 || reserveShards > MOST_RESERVE_SHARDS) {
      throw new IllegalArgumentException("1 to 64 shards");
    }
  }

  /** Returns the settings of a deployment that says nothing but its prefix. */
  public static TableSettings of(String prefix) {
    return new TableSettings(prefix, DEFAULT_RESERVE_SHARDS);
  }

  /** Returns the name of the table of attachments, quotas, the reserve and charged replays. */
  public String attachments() {
    return prefix + "-attachments";
  }

  /** Returns the name of the table of reports, their client ids and claims, and the form. */
  public String reports() {
    return prefix + "-reports";
  }

  /** Returns the name of the table of events that wait to be carried on. */
  public String outbox() {
    return prefix + "-outbox";
  }

  /** Returns the name of the table of jobs that judge again, and of what they change. */
  public String jobs() {
    return prefix + "-jobs";
  }

  /** Returns the name of the table of comments, and of what each user has searched for. */
  public String triage() {
    return prefix + "-triage";
  }

  /** Returns the name of the table of profiles, their handles and what was counted on them. */
  public String profiles() {
    return prefix + "-profiles";
  }

  /** Returns the name of the table of SLA errors. */
  public String slaErrors() {
    return prefix + "-FileSlaErrors";
  }
}
