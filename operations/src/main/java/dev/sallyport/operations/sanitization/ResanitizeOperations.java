package dev.sallyport.operations.sanitization;

import dev.sallyport.application.sanitization.ShowResanitize;
import dev.sallyport.application.sanitization.ShowResanitize.Progress;
import dev.sallyport.application.sanitization.StartResanitize;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.domain.sanitization.ResanitizeJob;
import dev.sallyport.domain.sanitization.ResanitizeJobId;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.Call;
import dev.sallyport.operations.ErrorCode;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.Parameter;
import dev.sallyport.operations.Problem;
import dev.sallyport.operations.json.BooleanShape;
import dev.sallyport.operations.json.Findings;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.JsonObject;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.UuidShape;
import dev.sallyport.operations.json.Violation;
import dev.sallyport.operations.report.PageTokenSeal;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What admins ask about judging retained originals again. */
final class ResanitizeOperations {
  private static final int MAX_BODY = 4096;
  private static final long DEFAULT_LIMIT = 50;

  private static final Shape START =
      ObjectShape.of(
          Member.optional("since", TextShape.instant())
              .says("First verdicts from then on; as far back as originals are kept if left out."),
          Member.optional("until", TextShape.instant())
              .says("First verdicts up to then; up to now if left out."),
          Member.optional("onlyOtherVersions", new BooleanShape())
              .says("Whether verdicts by the current rules are passed over; true if left out."));

  private final StartResanitize startResanitize;
  private final ShowResanitize showResanitize;
  private final PageTokenSeal seal;

  @Inject
  ResanitizeOperations(
      StartResanitize startResanitize, ShowResanitize showResanitize, PageTokenSeal seal) {
    this.startResanitize = startResanitize;
    this.showResanitize = showResanitize;
    this.seal = seal;
  }

  Set<HttpOperation> all() {
    return Set.of(
        HttpOperation.of(
                "startResanitize", "POST", "/service/operations/resanitize", AccessRule.ADMIN)
            .summary("Starts to judge retained originals again by the current rules.")
            .body(START, MAX_BODY)
            .answers(202, "The job; it goes on by itself.", ResanitizeJson.JOB)
            .calls(this::start),
        HttpOperation.of(
                "showResanitize", "GET", "/service/operations/resanitize/{jobId}", AccessRule.ADMIN)
            .summary("Shows how far a job has come and which verdicts it has changed.")
            .takes(Parameter.path("jobId", new UuidShape(), "The job."))
            .takes(
                Parameter.query(
                    "limit",
                    new IntegerShape(1, ResanitizeJson.MAX_LIMIT),
                    "Most differences of a page; 50 if left out."))
            .takes(
                Parameter.query(
                    "page",
                    TextShape.of("[A-Za-z0-9_-]+", PageTokenSeal.MAX_LENGTH, "a page token"),
                    "The next of the page before, of the same job."))
            .answers(200, "The job with a page of differences.", ResanitizeJson.PROGRESS)
            .refuses(ErrorCode.NOT_FOUND)
            .calls(this::show));
  }

  private Answer start(Call call) {
    JsonObject body = call.body();
    Findings findings = Findings.inBody();
    Optional<Instant> since = instant(body, "since", findings);
    Optional<Instant> until = instant(body, "until", findings);
    if (!findings.isEmpty()) {
      return Answer.refuse(Problem.invalid(findings.list()));
    }
    boolean onlyOtherVersions = body.find("onlyOtherVersions", Boolean.class).orElse(true);
    return startResanitize
        .start(call.caller().subject(), since, until, onlyOtherVersions)
        .map(ResanitizeOperations::started)
        .orElseGet(() ->
            Answer.refuse(
                Problem.invalid(
                    List.of(
                        Violation.at("/since", "after_end", "must not be after until or now")))));
  }

  private static Optional<Instant> instant(JsonObject body, String name, Findings findings) {
    Optional<String> text = body.find(name, String.class);
    try {
      return text.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
    } catch (DateTimeException e) {
      findings.addAt(name, "bad_format", "must be an instant as RFC 3339 writes it");
      return Optional.empty();
    }
  }

  private static Answer started(ResanitizeJob job) {
    return Answer.json(
        202,
        out -> {
          out.writeStartObject();
          ResanitizeJson.writeMembers(job, out);
          out.writeEndObject();
        });
  }

  private Answer show(Call call) {
    ResanitizeJobId id = new ResanitizeJobId(call.parameter("jobId", UUID.class));
    Optional<String> sealed = call.findParameter("page", String.class);
    Optional<PageToken> page = sealed.flatMap(token -> seal.open(token, list(id)));
    if (sealed.isPresent() && page.isEmpty()) {
      return Answer.refuse(
          Problem.invalid(
              List.of(
                  Violation.ofParameter(
                      "page", "bad_page_token", "is not a page token of this list"))));
    }
    int limit = call.findParameter("limit", Long.class).orElse(DEFAULT_LIMIT).intValue();
    return showResanitize
        .show(id, limit, page)
        .map(this::progress)
        .orElseGet(() -> Answer.refuse(ErrorCode.NOT_FOUND));
  }

  private Answer progress(Progress progress) {
    return Answer.json(
        200,
        out -> {
          out.writeStartObject();
          ResanitizeJson.writeMembers(progress.job(), out);
          ResanitizeJson.writeChanges(progress.changes().items(), out);
          Optional<PageToken> next = progress.changes().next();
          if (next.isPresent()) {
            out.writeStringField("next", seal.seal(next.get(), list(progress.job().id())));
          }
          out.writeEndObject();
        });
  }

  /** Names the list that a page token belongs to. */
  private static String list(ResanitizeJobId id) {
    return "showResanitize?jobId=" + id;
  }
}
