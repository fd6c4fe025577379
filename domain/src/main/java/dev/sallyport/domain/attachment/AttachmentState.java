package dev.sallyport.domain.attachment;

import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Rejudgement;
import dev.sallyport.domain.sanitization.ResanitizeJobId;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.VersionId;
import java.time.Instant;
import java.util.Optional;

/** Where an attachment stands between its grant and its end; a sender may see each of these. */
public sealed interface AttachmentState {
  /** A form was handed out; nothing has arrived. */
  record Granted() implements AttachmentState {}

  /**
   * The first version arrived and is bound: no other version will ever be read.
   *
   * @param version the bound version
   * @param size how many bytes the store says it has
   * @param since when it was bound
   * @param timeouts how many attempts to judge it have outlasted their deadline
   */
  record Quarantined(VersionId version, DataSize size, Instant since, int timeouts)
      implements AttachmentState {}

  /**
   * The bound version has its verdict.
   *
   * @param version the version that was judged
   * @param judgement verdict and proof: the newest
   * @param at when it was first judged, however often it was judged again
   * @param rejudged what the last job has left that judged it again
   */
  record Judged(VersionId version, Judgement judgement, Instant at, Optional<Rejudgement> rejudged)
      implements AttachmentState {
    /** Tells whether this job has judged it again. */
    public boolean wasRejudgedBy(ResanitizeJobId job) {
      return rejudged.map(Rejudgement::job).filter(job::equals).isPresent();
    }

    /** Returns the key of clean bytes that no verdict speaks of any more, if there may be some. */
    public Optional<ObjectKey> leftover() {
      Optional<ObjectKey> current = judgement.output().map(Judgement.Output::key);
      return rejudged
          .flatMap(Rejudgement::replaced)
          .filter(key -> !current.equals(Optional.of(key)));
    }
  }

  /**
   * Ended without a verdict.
   *
   * @param reason why it was given up
   * @param at when it was given up
   */
  record Expired(ReasonCode reason, Instant at) implements AttachmentState {}
}
