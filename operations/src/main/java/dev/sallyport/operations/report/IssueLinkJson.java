package dev.sallyport.operations.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.domain.report.IssueKey;
import dev.sallyport.domain.report.IssueLink;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.WordShape;
import java.io.IOException;
import java.time.Instant;

/** How far a report has come on its way to a tracker, as triagers see it. */
final class IssueLinkJson {
  static final Shape SHAPE =
      ObjectShape.of(
          Member.required("state", WordShape.of(State.class))
              .says("EXPORTING may have made an issue; export again to find out."),
          Member.required("since", TextShape.instant()),
          Member.optional("key", TextShape.text(1, 100)),
          Member.required("occurrences", new IntegerShape(0, Long.MAX_VALUE))
              .says("How many duplicates count on it."));

  /** What an answer calls how far it is. */
  private enum State {
    /** There may be an issue. */
    EXPORTING,
    /** There is one. */
    EXPORTED
  }

  private IssueLinkJson() {}

  /** Writes the member {@code issue}, unless there is certainly none. */
  static void write(IssueLink link, JsonGenerator out) throws IOException {
    switch (link.state()) {
      case IssueLink.State.Free _ -> {}
      case IssueLink.State.Exporting(Instant since) -> write(State.EXPORTING, since, link, out);
      case IssueLink.State.Exported(IssueKey _, Instant at) -> write(State.EXPORTED, at, link, out);
    }
  }

  private static void write(State state, Instant since, IssueLink link, JsonGenerator out)
      throws IOException {
    out.writeObjectFieldStart("issue");
    out.writeStringField("state", state.name());
    out.writeStringField("since", since.toString());
    if (link.key().isPresent()) {
      out.writeStringField("key", link.key().get().value());
    }
    out.writeNumberField("occurrences", link.occurrences());
    out.writeEndObject();
  }
}
