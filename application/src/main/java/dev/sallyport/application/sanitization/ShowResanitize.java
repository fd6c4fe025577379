package dev.sallyport.application.sanitization;

import dev.sallyport.application.sanitization.port.ResanitizeJobStore;
import dev.sallyport.application.sanitization.port.VerdictChange;
import dev.sallyport.application.shared.Page;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.sanitization.ResanitizeJob;
import dev.sallyport.domain.sanitization.ResanitizeJobId;
import jakarta.inject.Inject;
import java.util.Optional;

/** Shows how far a job has come and which verdicts it has changed. */
public final class ShowResanitize {
  private final ResanitizeJobStore jobs;

  /** Takes the ports that it works with. */
  @Inject
  public ShowResanitize(ResanitizeJobStore jobs) {
    this.jobs = jobs;
  }

  /**
   * A job and a part of what it has changed.
   *
   * @param job how far it has come
   * @param changes one page
   */
  public record Progress(ResanitizeJob job, Page<VerdictChange> changes) {}

  /** Returns the job with one page of changes, or nothing when there is none. */
  public Optional<Progress> show(ResanitizeJobId id, int limit, Optional<PageToken> page) {
    return jobs.find(id).map(job -> new Progress(job, jobs.changes(id, limit, page)));
  }
}
