package dev.sallyport.operations.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.application.report.ShowErasure;
import dev.sallyport.application.report.ShowErasure.Progress;
import dev.sallyport.application.report.StartErasure;
import dev.sallyport.application.shared.PageToken;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.domain.report.ErasedThing;
import dev.sallyport.domain.report.Erasure;
import dev.sallyport.domain.report.ReportId;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.Call;
import dev.sallyport.operations.ErrorCode;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.Parameter;
import dev.sallyport.operations.Problem;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.UuidShape;
import dev.sallyport.operations.json.Violation;
import dev.sallyport.operations.json.WordShape;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The erasure of reports, as admins ask for it and see it. */
final class ErasureOperations {
  private static final int MAX_LIMIT = 100;
  private static final long DEFAULT_LIMIT = 50;

  private static final Member[] MEMBERS = {
    Member.required("erasureId", new UuidShape()).says("The same as the id of the report."),
    Member.required("state", WordShape.of(List.of("RUNNING", "DONE"))),
    Member.required("phase", WordShape.of(Erasure.Phase.class)).says("What is looked for now."),
    Member.required("requestedBy", TextShape.text(1, 128)),
    Member.required("startedAt", TextShape.instant()),
    Member.optional("endedAt", TextShape.instant()),
    Member.required("count", new IntegerShape(0, Long.MAX_VALUE)).says("Things in the list so far.")
  };

  private static final Shape ERASURE = ObjectShape.of(MEMBERS);

  private static final Shape PROGRESS =
      ObjectShape.of(
          Stream.concat(
                  Arrays.stream(MEMBERS),
                  Stream.of(
                      Member.required(
                              "removed",
                              ArrayShape.of(
                                  ObjectShape.of(
                                      Member.required("kind", WordShape.of(ErasedThing.Kind.class)),
                                      Member.required(
                                          "name", TextShape.text(1, ErasedThing.MAX_NAME))),
                                  0,
                                  MAX_LIMIT))
                          .says("While it runs, the last ones are just being removed."),
                      Member.optional("next", TextShape.text(1, PageTokenSeal.MAX_LENGTH))
                          .says("For the parameter page; missing on the last page so far.")))
              .toArray(Member[]::new));

  private final StartErasure startErasure;
  private final ShowErasure showErasure;
  private final PageTokenSeal seal;

  @Inject
  ErasureOperations(StartErasure startErasure, ShowErasure showErasure, PageTokenSeal seal) {
    this.startErasure = startErasure;
    this.showErasure = showErasure;
    this.seal = seal;
  }

  Set<HttpOperation> all() {
    return Set.of(
        HttpOperation.of("eraseReport", "DELETE", "/service/reports/{id}", AccessRule.ADMIN)
            .summary("Starts to erase a report and everything that belongs to it, for good.")
            .takes(Parameter.path("id", new UuidShape(), "The report."))
            .answers(202, "The erasure; it goes on by itself.", ERASURE)
            .refuses(ErrorCode.NOT_FOUND)
            .calls(this::start),
        HttpOperation.of("showErasure", "GET", "/service/erasures/{id}", AccessRule.ADMIN)
            .summary("Shows how far an erasure has come and lists what it has removed.")
            .takes(Parameter.path("id", new UuidShape(), "The erasure."))
            .takes(
                Parameter.query(
                    "limit",
                    new IntegerShape(1, MAX_LIMIT),
                    "Most things of a page; 50 if left out."))
            .takes(
                Parameter.query(
                    "page",
                    TextShape.of("[A-Za-z0-9_-]+", PageTokenSeal.MAX_LENGTH, "a page token"),
                    "The next of the page before, of the same erasure."))
            .answers(200, "The erasure with a page of what it has removed.", PROGRESS)
            .refuses(ErrorCode.NOT_FOUND)
            .calls(this::show));
  }

  private static ReportId id(Call call) {
    return new ReportId(call.parameter("id", UUID.class));
  }

  private Answer start(Call call) {
    return startErasure
        .start(id(call), call.caller().subject())
        .map(ErasureOperations::started)
        .orElseGet(() -> Answer.refuse(ErrorCode.NOT_FOUND));
  }

  private static Answer started(Erasure erasure) {
    return Answer.json(
            202,
            out -> {
              out.writeStartObject();
              writeMembers(erasure, out);
              out.writeEndObject();
            })
        .header("Location", "/service/erasures/" + erasure.report());
  }

  private Answer show(Call call) {
    ReportId id = id(call);
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
    return showErasure
        .show(id, limit, page)
        .map(this::progress)
        .orElseGet(() -> Answer.refuse(ErrorCode.NOT_FOUND));
  }

  private Answer progress(Progress progress) {
    return Answer.json(
        200,
        out -> {
          out.writeStartObject();
          writeMembers(progress.erasure(), out);
          out.writeArrayFieldStart("removed");
          for (ErasedThing thing : progress.things().items()) {
            out.writeStartObject();
            out.writeStringField("kind", thing.kind().name());
            out.writeStringField("name", thing.name());
            out.writeEndObject();
          }
          out.writeEndArray();
          Optional<PageToken> next = progress.things().next();
          if (next.isPresent()) {
            out.writeStringField("next", seal.seal(next.get(), list(progress.erasure().report())));
          }
          out.writeEndObject();
        });
  }

  private static void writeMembers(Erasure erasure, JsonGenerator out) throws IOException {
    out.writeStringField("erasureId", erasure.report().toString());
    out.writeStringField("state", erasure.isRunning() ? "RUNNING" : "DONE");
    out.writeStringField("phase", erasure.phase().name());
    out.writeStringField("requestedBy", erasure.requestedBy().value());
    out.writeStringField("startedAt", erasure.startedAt().toString());
    if (erasure.endedAt().isPresent()) {
      out.writeStringField("endedAt", erasure.endedAt().get().toString());
    }
    out.writeNumberField("count", erasure.count());
  }

  /** Names the list that a page token belongs to. */
  private static String list(ReportId id) {
    return "showErasure?id=" + id;
  }
}
