package dev.sallyport.operations.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.application.report.ChangeTrackerMapping;
import dev.sallyport.application.report.ExportManyToTracker;
import dev.sallyport.application.report.ShowTrackerMapping;
import dev.sallyport.application.report.TrackerResult;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.domain.report.IssueKey;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.domain.report.TrackerMapping;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.Call;
import dev.sallyport.operations.EntityTag;
import dev.sallyport.operations.ErrorCode;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.Problem;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.Findings;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.UuidShape;
import dev.sallyport.operations.json.WordShape;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Makes issues of reports, and shows and changes how. */
final class TrackerOperations {
  private static final String MAPPING = "/service/tracker/mapping";
  private static final int MAX_WISHES = ExportManyToTracker.MAX * 128;

  /** Every character of every text may be an escape of six. */
  private static final int MAX_MAPPING = 512 * 1024;

  private static final Shape WISHES =
      ObjectShape.of(
          Member.required(
              "reportIds", ArrayShape.unique(new UuidShape(), 1, ExportManyToTracker.MAX)));

  private static final Shape RESULTS =
      ReportResults.shape(
          ExportManyToTracker.MAX,
          Member.required("result", WordShape.of(Result.class))
              .says("UNKNOWN may have made an issue; ask again after 10 minutes."),
          Member.optional("issue", TextShape.text(1, 100))
              .says("The key of the issue; a duplicate has that of its original."),
          Member.optional("occurrences", new IntegerShape(1, Long.MAX_VALUE))
              .says("How many duplicates count on that issue."),
          Member.optional("fields", ArrayShape.of(TextShape.text(1, 100), 0, 50))
              .says("What the tracker refuses, by its own names."));

  private final ExportManyToTracker exportMany;
  private final ShowTrackerMapping showMapping;
  private final ChangeTrackerMapping changeMapping;

  /** What an answer calls what became of a report. */
  private enum Result {
    /** There is an issue now. */
    EXPORTED,
    /** There was one already. */
    ALREADY_EXPORTED,
    /** It counts on the issue of its original. */
    COUNTED,
    /** Its original has no issue yet. */
    ORIGINAL_FIRST,
    /** No route leads it to a project. */
    NO_PROJECT,
    /** The tracker refuses the issue. */
    REJECTED,
    /** This deployment has no tracker. */
    NO_TRACKER,
    /** There is no such report. */
    NOT_FOUND,
    /** There is no issue: something does not answer, or the time was over. */
    UNAVAILABLE,
    /** There may be an issue. */
    UNKNOWN
  }

  @Inject
  TrackerOperations(
      ExportManyToTracker exportMany,
      ShowTrackerMapping showMapping,
      ChangeTrackerMapping changeMapping) {
    this.exportMany = exportMany;
    this.showMapping = showMapping;
    this.changeMapping = changeMapping;
  }

  Set<HttpOperation> all() {
    return Set.of(
        HttpOperation.of("exportToTracker", "POST", "/service/tracker/issues", AccessRule.TRIAGER)
            .summary("Makes issues of reports, each by itself and once.")
            .body(WISHES, MAX_WISHES)
            .answers(200, "What became of each, in the order of the request.", RESULTS)
            .calls(this::export),
        HttpOperation.of("showTrackerMapping", "GET", MAPPING, AccessRule.TRIAGER)
            .summary("Shows how reports become issues.")
            .answers(200, "The mapping; its version is the entity tag.", TrackerMappingJson.SHAPE)
            .calls(this::show),
        HttpOperation.of("changeTrackerMapping", "PUT", MAPPING, AccessRule.ADMIN)
            .summary("Replaces how reports become issues; issues that were made stay.")
            .takes(EntityTag.ifMatch(true))
            .body(TrackerMappingJson.CHANGE, MAX_MAPPING)
            .answers(200, "Changed.", TrackerMappingJson.SHAPE)
            .refuses(ErrorCode.STALE_VERSION)
            .calls(this::change));
  }

  private Answer show(Call call) {
    return answer(showMapping.show());
  }

  private Answer change(Call call) {
    Findings findings = Findings.inBody();
    Optional<TrackerMapping> wished = TrackerMappingJson.map(call.body(), findings);
    if (wished.isEmpty()) {
      return Answer.refuse(Problem.invalid(findings.list()));
    }
    long expected = EntityTag.expected(call).orElseThrow();
    return switch (changeMapping.change(expected, wished.get())) {
      case ChangeTrackerMapping.Result.Changed(TrackerMapping mapping) -> answer(mapping);
      case ChangeTrackerMapping.Result.Stale(long current) -> EntityTag.stale(current);
    };
  }

  private static Answer answer(TrackerMapping mapping) {
    return EntityTag.tag(
        Answer.json(200, out -> TrackerMappingJson.write(mapping, out)), mapping.version());
  }

  private Answer export(Call call) {
    List<ReportId> reports =
        call.body().list("reportIds", UUID.class).stream().map(ReportId::new).toList();
    return ReportResults.answer(reports, exportMany.export(reports), TrackerOperations::write);
  }

  private static void write(TrackerResult result, JsonGenerator out) throws IOException {
    switch (result) {
      case TrackerResult.Exported(IssueKey key) -> write(Result.EXPORTED, key, out);
      case TrackerResult.AlreadyExported(IssueKey key) -> write(Result.ALREADY_EXPORTED, key, out);
      case TrackerResult.Counted(IssueKey key, long occurrences) -> {
        write(Result.COUNTED, key, out);
        out.writeNumberField("occurrences", occurrences);
      }
      case TrackerResult.Rejected(Set<String> fields) -> {
        write(Result.REJECTED, out);
        out.writeArrayFieldStart("fields");
        for (String field : fields.stream().sorted().toList()) {
          out.writeString(field);
        }
        out.writeEndArray();
      }
      case TrackerResult.OriginalFirst _ -> write(Result.ORIGINAL_FIRST, out);
      case TrackerResult.NoProject _ -> write(Result.NO_PROJECT, out);
      case TrackerResult.NoTracker _ -> write(Result.NO_TRACKER, out);
      case TrackerResult.Absent _ -> write(Result.NOT_FOUND, out);
      case TrackerResult.Unavailable _ -> write(Result.UNAVAILABLE, out);
      case TrackerResult.Unknown _ -> write(Result.UNKNOWN, out);
    }
  }

  private static void write(Result result, IssueKey key, JsonGenerator out) throws IOException {
    write(result, out);
    out.writeStringField("issue", key.value());
  }

  private static void write(Result result, JsonGenerator out) throws IOException {
    out.writeStringField("result", result.name());
  }
}
