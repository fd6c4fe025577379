package dev.sallyport.application.sanitization.port;

import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.sanitization.ResanitizeJob;
import dev.sallyport.domain.sanitization.ResanitizeJobId;
import java.util.List;
import java.util.Optional;

/**
 * Keeps the jobs that judge attachments again, and which verdicts they changed.
 *
 * <p>Every read is strongly consistent. A write answers only after it is durable, and happens whole
 * or not at all.
 */
public interface ResanitizeJobStore {
  /** Most changes of one {@link #replace}. */
  int MAX_CHANGES = 50;

  /** Stores the first revision of a job, unless there is one with this id. */
  CreateOutcome create(ResanitizeJob job);

  /** Returns the job as it is now, or nothing when there is none. */
  Optional<ResanitizeJob> find(ResanitizeJobId id);

  /**
   * Stores the next revision, and the changes behind the earlier ones, if the stored revision is
   * the one before it.
   *
   * @param next made from the stored revision by one domain method
   * @param changes what the page that was left behind has changed: as many as its counts have grown
   *     by, at most {@link #MAX_CHANGES}
   * @throws IllegalArgumentException when there are more
   */
  ReplaceOutcome replace(ResanitizeJob next, List<VerdictChange> changes);

  /**
   * Returns jobs that go on, the one that was started first before others.
   *
   * @param limit 1 to 100
   */
  Page<ResanitizeJob> running(int limit, Optional<PageToken> page);

  /**
   * Returns what a job has changed, in the order in which it came to it; nothing for an unknown
   * job.
   *
   * @param limit 1 to 100
   */
  Page<VerdictChange> changes(ResanitizeJobId id, int limit, Optional<PageToken> page);

  /** What became of {@link #create}. */
  sealed interface CreateOutcome {
    /** It is stored. */
    record Created() implements CreateOutcome {}

    /** Nothing is stored: there is a job with this id. */
    record Exists() implements CreateOutcome {}
  }

  /** What became of {@link #replace}. */
  sealed interface ReplaceOutcome {
    /** It is stored. */
    record Replaced() implements ReplaceOutcome {}

    /** Nothing is stored: the stored revision is another one, or there is none. */
    record Stale() implements ReplaceOutcome {}
  }
}
