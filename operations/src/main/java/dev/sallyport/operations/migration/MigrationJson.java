package dev.sallyport.operations.migration;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.application.migration.ShowMigrations.Planned;
import dev.sallyport.domain.migration.Migration.Direction;
import dev.sallyport.domain.migration.MigrationRun;
import dev.sallyport.domain.migration.MigrationRun.Outcome;
import dev.sallyport.domain.migration.MigrationState;
import dev.sallyport.domain.migration.Step;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.WordShape;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Migrations and their runs, as admins see them over HTTP and at the command line. */
public final class MigrationJson {
  private static final int MOST = 10_000;
  private static final IntegerShape COUNT = new IntegerShape(0, Long.MAX_VALUE);
  private static final TextShape ID = TextShape.text(1, 79);

  private static final Shape RUN =
      ObjectShape.of(
          Member.required("run", COUNT).says("The number of the entry in the ledger."),
          Member.required("id", ID),
          Member.required("direction", WordShape.of(Direction.class)),
          Member.required(
              "outcome", WordShape.of(List.of("RUNNING", "SUCCEEDED", "FAILED", "REPAIRED"))),
          Member.required("by", TextShape.text(1, 128)),
          Member.required("startedAt", TextShape.instant()),
          Member.optional("endedAt", TextShape.instant()),
          Member.required("stepsDone", COUNT),
          Member.required("records", COUNT).says("How many records were changed."),
          Member.optional("error", TextShape.text(0, MigrationRun.MAX_ERROR)));

  private static final Shape STATE =
      ObjectShape.of(
          Member.required("id", ID),
          Member.required("state", WordShape.of(MigrationState.Kind.class)),
          Member.optional("last", RUN).says("Its last entry in the ledger."));

  private static final Shape PLANNED =
      ObjectShape.of(
          Member.required("id", ID),
          Member.required("direction", WordShape.of(Direction.class)),
          Member.required("steps", ArrayShape.of(TextShape.text(1, 300), 0, 50)));

  /** How it stands with all of them, and what would be done. */
  static final Shape STATUS =
      ObjectShape.of(
          Member.required("migrations", ArrayShape.of(STATE, 0, MOST)).says("Sorted by id."),
          Member.required("plan", ArrayShape.of(PLANNED, 0, MOST))
              .says("What migrating would do now, or rolling back if the parameter asks for it."));

  /** What became of a wish. */
  static final Shape RESULT =
      ObjectShape.of(
          Member.required("result", WordShape.of(List.of("FINISHED", "UNFINISHED", "FAILED")))
              .says("After UNFINISHED the same wish goes on where this one stopped."),
          Member.required("runs", ArrayShape.of(RUN, 0, MOST)).says("What was done for it."));

  private MigrationJson() {}

  /** Writes how it stands with all of them, and what would be done. */
  public static void write(List<MigrationState> states, List<Planned> plan, JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    out.writeArrayFieldStart("migrations");
    for (MigrationState state : states) {
      out.writeStartObject();
      out.writeStringField("id", state.id().value());
      out.writeStringField("state", state.kind().name());
      if (state.last().isPresent()) {
        out.writeFieldName("last");
        write(state.last().get(), out);
      }
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("plan");
    for (Planned planned : plan) {
      out.writeStartObject();
      out.writeStringField("id", planned.id().value());
      out.writeStringField("direction", planned.direction().name());
      out.writeArrayFieldStart("steps");
      for (Step step : planned.steps()) {
        out.writeString(MigrationText.of(step));
      }
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  /**
   * Writes what became of a wish.
   *
   * @param result {@code FINISHED}, {@code UNFINISHED} or {@code FAILED}
   * @param runs what was done for it
   */
  public static void write(String result, List<MigrationRun> runs, JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("result", result);
    out.writeArrayFieldStart("runs");
    for (MigrationRun run : runs) {
      write(run, out);
    }
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void write(MigrationRun run, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeNumberField("run", run.number());
    out.writeStringField("id", run.id().value());
    out.writeStringField("direction", run.direction().name());
    out.writeStringField("outcome", word(run.outcome()));
    out.writeStringField("by", run.by().value());
    out.writeStringField("startedAt", run.startedAt().toString());
    Optional<Instant> ended = run.endedAt();
    if (ended.isPresent()) {
      out.writeStringField("endedAt", ended.get().toString());
    }
    out.writeNumberField("stepsDone", run.place().step());
    out.writeNumberField("records", run.place().records());
    if (run.outcome() instanceof Outcome.Failed(Instant _, String error)) {
      out.writeStringField("error", error);
    }
    out.writeEndObject();
  }

  private static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Running _ -> "RUNNING";
      case Outcome.Succeeded _ -> "SUCCEEDED";
      case Outcome.Failed _ -> "FAILED";
      case Outcome.Repaired _ -> "REPAIRED";
    };
  }
}
