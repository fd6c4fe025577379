package dev.sallyport.domain.attachment;

import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.VersionId;
import java.time.Instant;

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
   * @param judgement verdict and proof
   * @param at when it was judged
   */
  record Judged(VersionId version, Judgement judgement, Instant at) implements AttachmentState {}

  /**
   * Ended without a verdict.
   *
   * @param reason why it was given up
   * @param at when it was given up
   */
  record Expired(ReasonCode reason, Instant at) implements AttachmentState {}
}
