package dev.sallyport.operations.report;

import dev.sallyport.domain.report.Submission;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.operations.json.Json;

/**
 * Tells a repeated submission from another one with the same key: a digest of what was said, not of
 * how it was written. White space, the order of members and a member that says nothing make no
 * difference.
 *
 * <p>Digests are stored, so what is written here for a submission never changes; a new member is
 * written only when it is there.
 */
final class SubmissionDigest {
  private SubmissionDigest() {}

  static Sha256 of(Submission submission) {
    return Sha256.of(Json.write(out -> ReportJson.writeSubmission(submission, out)));
  }
}
