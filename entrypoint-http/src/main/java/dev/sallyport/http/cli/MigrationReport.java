package dev.sallyport.http.cli;

import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.JsonObject;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.TextShape;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says in words for tired people what a server has answered about migrations. */
final class MigrationReport {
  private static final TextShape WORD = TextShape.text(1, 300);
  private static final IntegerShape COUNT = new IntegerShape(0, Long.MAX_VALUE);

  private static final ObjectShape RUN =
      ObjectShape.tolerant(
          Member.required("id", WORD),
          Member.required("direction", WORD),
          Member.required("outcome", WORD),
          Member.required("by", WORD),
          Member.required("startedAt", WORD),
          Member.optional("endedAt", WORD),
          Member.required("stepsDone", COUNT),
          Member.required("records", COUNT),
          Member.optional("error", TextShape.text(0, 1000)));

  static final ObjectShape STATUS =
      ObjectShape.tolerant(
          Member.required(
              "migrations",
              ArrayShape.of(
                  ObjectShape.tolerant(
                      Member.required("id", WORD),
                      Member.required("state", WORD),
                      Member.optional("last", RUN)),
                  0,
                  100_000)),
          Member.required(
              "plan",
              ArrayShape.of(
                  ObjectShape.tolerant(
                      Member.required("id", WORD),
                      Member.required("direction", WORD),
                      Member.required("steps", ArrayShape.of(WORD, 0, 1000))),
                  0,
                  100_000)));

  static final ObjectShape RESULT =
      ObjectShape.tolerant(
          Member.required("result", WORD), Member.required("runs", ArrayShape.of(RUN, 0, 100_000)));

  private MigrationReport() {}

  /** Each migration with what it means, how many there are of each state, and what to do next. */
  static List<String> status(JsonObject status) {
    List<String> lines = new ArrayList<>();
    Map<String, Integer> counts = new TreeMap<>();
    for (JsonObject migration : status.list("migrations", JsonObject.class)) {
      Optional<JsonObject> last = migration.find("last", JsonObject.class);
      String state = migration.text("state");
      lines.add("%-11s %s".formatted(state.toLowerCase(Locale.ROOT), migration.text("id")));
      lines.add("            " + explanation(state, last));
      counts.merge(state, 1, Integer::sum);
    }
    if (lines.isEmpty()) {
      return List.of("There are no migrations.");
    }
    lines.add(
        counts.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().toLowerCase(Locale.ROOT))
            .collect(Collectors.joining(", ", "", ". " + next(counts.keySet()))));
    return lines;
  }

  /** What to do next; what keeps everything else waiting comes first. */
  private static String next(Set<String> states) {
    if (states.contains("DRIFTED")) {
      return "Next: put the changed files back. Nothing runs before.";
    }
    if (states.contains("FAILED")) {
      return "Next: mend what the error names, then 'migration migrate'. Nothing else runs before.";
    }
    if (states.contains("INTERRUPTED")) {
      return "Next: wait a minute, then 'migration migrate' if it is still so.";
    }
    if (states.contains("PENDING")) {
      return "Next: 'migration migrate --dry-run' shows what would be done, without it does it.";
    }
    return states.contains("MISSING")
        ? "Next: nothing, unless what is missing has to be undone; its release can do that."
        : "Nothing to do.";
  }

  private static String explanation(String state, Optional<JsonObject> last) {
    String when = last.map(MigrationReport::when).orElse("");
    return switch (state) {
      case "APPLIED" -> "applied" + when;
      case "PENDING" ->
          last.isPresent()
              ? "undone" + when + "; 'migration migrate' applies it again"
              : "never run; 'migration migrate' applies it";
      case "FAILED" ->
          "failed"
              + when
              + ": "
              + last.flatMap(run -> run.find("error", String.class)).orElse("a step")
              + "; when that is mended, 'migration migrate' goes on from there,"
              + " or 'migration repair' gives it up";
      case "INTERRUPTED" ->
          "begun"
              + when
              + " and not finished: it runs, or its runner was stopped;"
              + " 'migration migrate' goes on with it within a minute";
      case "DRIFTED" ->
          "run"
              + when
              + ", and the file has changed since: nothing runs until the file is put back,"
              + " or 'migration repair' takes it as it is now";
      case "MISSING" -> "run" + when + ", and this release does not know it";
      default -> "in a state that this program does not know";
    };
  }

  private static String when(JsonObject run) {
    String at = run.find("endedAt", String.class).orElseGet(() -> run.text("startedAt"));
    return " at " + toTheSecond(at) + " by " + run.text("by");
  }

  private static String toTheSecond(String instant) {
    try {
      return Instant.parse(instant).truncatedTo(ChronoUnit.SECONDS).toString();
    } catch (DateTimeParseException asAnotherServerWritesIt) {
      return instant;
    }
  }

  /** One line for each run. */
  static List<String> runs(JsonObject result) {
    return result.list("runs", JsonObject.class).stream()
        .map(run ->
            verb(run)
                + " "
                + run.text("id")
                + ", records changed: "
                + run.get("records", Long.class)
                + run.find("error", String.class).map(error -> "; " + error).orElse(""))
        .toList();
  }

  private static String verb(JsonObject run) {
    boolean isUp = run.text("direction").equals("UP");
    return switch (run.text("outcome")) {
      case "SUCCEEDED" -> isUp ? "applied" : "undone";
      case "FAILED" -> isUp ? "failed to apply" : "failed to undo";
      case "REPAIRED" -> isUp ? "taken as applied" : "taken as not applied";
      default -> isUp ? "still applying" : "still undoing";
    };
  }

  /** What a run would do. */
  static List<String> plan(JsonObject status) {
    List<String> lines = new ArrayList<>();
    for (JsonObject planned : status.list("plan", JsonObject.class)) {
      boolean isUp = planned.text("direction").equals("UP");
      lines.add((isUp ? "would apply " : "would undo ") + planned.text("id"));
      planned.list("steps", String.class).forEach(step -> lines.add("  " + step));
    }
    if (lines.isEmpty()) {
      lines.add("Nothing would be done.");
    }
    return lines;
  }
}
