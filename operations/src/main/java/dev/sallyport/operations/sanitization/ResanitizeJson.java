package dev.sallyport.operations.sanitization;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.application.sanitization.port.VerdictChange;
import dev.sallyport.domain.sanitization.ResanitizeCounts;
import dev.sallyport.domain.sanitization.ResanitizeJob;
import dev.sallyport.domain.sanitization.ResanitizeJob.State;
import dev.sallyport.operations.attachment.AttachmentJson;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.BooleanShape;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.UuidShape;
import dev.sallyport.operations.json.WordShape;
import dev.sallyport.operations.report.PageTokenSeal;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Jobs that judge again, as admins see them. */
final class ResanitizeJson {
  static final int MAX_LIMIT = 100;

  private static final IntegerShape COUNT = new IntegerShape(0, Long.MAX_VALUE);

  private static final Member[] MEMBERS = {
    Member.required("jobId", new UuidShape()),
    Member.required("state", WordShape.of(List.of("RUNNING", "DONE", "FAILED")))
        .says("FAILED when nothing could be decided for too long; what was judged stays judged."),
    Member.required("requestedBy", TextShape.text(1, 128)),
    Member.required("startedAt", TextShape.instant()),
    Member.optional("endedAt", TextShape.instant()),
    Member.required("since", TextShape.instant()).says("First verdicts from then on."),
    Member.required("until", TextShape.instant()).says("First verdicts up to then."),
    Member.required("onlyOtherVersions", new BooleanShape())
        .says("Whether verdicts by the current rules are passed over."),
    Member.required("seen", COUNT).says("Verdicts that were looked at so far."),
    Member.required("unchanged", COUNT),
    Member.required("changed", COUNT),
    Member.required("withoutOriginal", COUNT)
        .says("The original was not retained; the verdict stands."),
    Member.required("retracted", COUNT)
        .says("How many of the changed ones were served and are not any more.")
  };

  /** What is shown of a job that has just been started. */
  static final Shape JOB = ObjectShape.of(MEMBERS);

  /** What is shown of a job's progress. */
  static final Shape PROGRESS =
      ObjectShape.of(
          Stream.concat(
                  Arrays.stream(MEMBERS),
                  Stream.of(
                      Member.required(
                          "differences",
                          ArrayShape.of(
                              ObjectShape.of(
                                  Member.required("attachmentId", new UuidShape()),
                                  Member.required("before", AttachmentJson.GIVEN_VERDICT),
                                  Member.required("after", AttachmentJson.GIVEN_VERDICT)),
                              0,
                              MAX_LIMIT)),
                      Member.optional("next", TextShape.text(1, PageTokenSeal.MAX_LENGTH))
                          .says("For the parameter page; missing on the last page so far.")))
              .toArray(Member[]::new));

  private ResanitizeJson() {}

  /** Writes the members of {@link #JOB}. */
  static void writeMembers(ResanitizeJob job, JsonGenerator out) throws IOException {
    out.writeStringField("jobId", job.id().toString());
    out.writeStringField("state", state(job.state()));
    out.writeStringField("requestedBy", job.requestedBy().value());
    out.writeStringField("startedAt", job.startedAt().toString());
    Optional<Instant> ended = endedAt(job.state());
    if (ended.isPresent()) {
      out.writeStringField("endedAt", ended.get().toString());
    }
    out.writeStringField("since", job.scope().since().toString());
    out.writeStringField("until", job.scope().until().toString());
    out.writeBooleanField("onlyOtherVersions", job.scope().onlyOtherVersions());
    ResanitizeCounts counts = job.counts();
    out.writeNumberField("seen", counts.seen());
    out.writeNumberField("unchanged", counts.unchanged());
    out.writeNumberField("changed", counts.changed());
    out.writeNumberField("withoutOriginal", counts.withoutOriginal());
    out.writeNumberField("retracted", counts.retracted());
  }

  /** Writes the member {@code differences}. */
  static void writeChanges(List<VerdictChange> changes, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("differences");
    for (VerdictChange change : changes) {
      out.writeStartObject();
      out.writeStringField("attachmentId", change.attachment().toString());
      out.writeFieldName("before");
      AttachmentJson.write(change.before(), out);
      out.writeFieldName("after");
      AttachmentJson.write(change.after(), out);
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static String state(State state) {
    return switch (state) {
      case State.Running _ -> "RUNNING";
      case State.Done _ -> "DONE";
      case State.Failed _ -> "FAILED";
    };
  }

  private static Optional<Instant> endedAt(State state) {
    return switch (state) {
      case State.Running _ -> Optional.empty();
      case State.Done(Instant at) -> Optional.of(at);
      case State.Failed(Instant at) -> Optional.of(at);
    };
  }
}
