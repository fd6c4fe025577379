package dev.sallyport.domain.profile;

/**
 * How much somebody has done; counted as it happens, never by looking at everything.
 *
 * @param reports reports sent while signed in
 * @param comments comments written, also those that were removed since
 * @param triage changes of the triage of reports
 */
public record Activity(long reports, long comments, long triage) {
  /** Nothing yet. */
  public static final Activity NONE = new Activity(0, 0, 0);

  /** Rejects negative counts. */
  public Activity {
    if (reports < 0 || comments < 0 || triage < 0) {
      throw new IllegalArgumentException("a count is never negative");
    }
  }

  /** Returns the counts with one more. */
  public Activity plus(Contribution contribution) {
    return switch (contribution) {
      case REPORT -> new Activity(reports + 1, comments, triage);
      case COMMENT -> new Activity(reports, comments + 1, triage);
      case TRIAGE -> new Activity(reports, comments, triage + 1);
    };
  }
}
