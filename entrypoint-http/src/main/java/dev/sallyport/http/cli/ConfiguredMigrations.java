package dev.sallyport.http.cli;

import dev.sallyport.application.migration.MigrationResult;
import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.migration.MigrationId;
import dev.sallyport.domain.migration.MigrationRun;
import dev.sallyport.http.aws.AwsMigrations;
import dev.sallyport.operations.ErrorCode;
import dev.sallyport.operations.json.Json;
import dev.sallyport.operations.json.JsonObject;
import dev.sallyport.operations.json.JsonReader;
import dev.sallyport.operations.json.JsonReader.Reading;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.migration.MigrationJson;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** The migrations of a deployment on services, run by this process itself. */
final class ConfiguredMigrations implements MigrationTarget {
  /** So that whoever waits reads now and then how far it is. */
  private static final Duration MOST_TIME = Duration.ofSeconds(10);

  private final AwsMigrations migrations;
  private final Subject by;

  ConfiguredMigrations(AwsMigrations migrations, Subject by) {
    this.migrations = migrations;
    this.by = by;
  }

  /** Something that services are asked for. */
  private interface Asked<T> {
    T ask() throws RefusedException;
  }

  @Override
  public JsonObject status(int undoing) throws IOException, RefusedException {
    return reached(() ->
        read(
            out ->
                MigrationJson.write(
                    migrations.states().states(),
                    undoing > 0
                        ? migrations.states().rollingBack(undoing)
                        : migrations.states().migrating(),
                    out),
            MigrationReport.STATUS));
  }

  @Override
  public JsonObject wish(Wish wish, int count) throws IOException, RefusedException {
    return reached(() ->
        answer(
            switch (wish) {
              case MIGRATE -> migrations.runs().migrate(by, MOST_TIME);
              case ROLLBACK -> migrations.runs().rollback(by, count, MOST_TIME);
              case REPAIR -> migrations.runs().repair(by);
            }));
  }

  private static JsonObject answer(MigrationResult result) throws RefusedException {
    return switch (result) {
      case MigrationResult.Finished(List<MigrationRun> runs) -> done("FINISHED", runs);
      case MigrationResult.Failed(List<MigrationRun> runs) -> done("FAILED", runs);
      case MigrationResult.Unfinished(List<MigrationRun> runs) -> done("UNFINISHED", runs);
      case MigrationResult.Busy(Subject holder, Instant until) ->
          throw refused(ErrorCode.MIGRATIONS_BUSY, holder + ", until " + until + " at most");
      case MigrationResult.Overtaken _ ->
          throw refused(ErrorCode.MIGRATIONS_BUSY, "somebody has taken over");
      case MigrationResult.Drifted(List<MigrationId> ids) ->
          throw refused(
              ErrorCode.MIGRATIONS_DRIFTED,
              ids.stream().map(MigrationId::value).collect(Collectors.joining(", ")));
      case MigrationResult.Missing(MigrationId id) ->
          throw refused(ErrorCode.MIGRATIONS_BLOCKED, id.value());
      case MigrationResult.Blocked(MigrationRun run) ->
          throw refused(ErrorCode.MIGRATIONS_BLOCKED, run.id().value());
    };
  }

  private static RefusedException refused(ErrorCode code, String what) {
    return new RefusedException(code.title() + " (" + code.code() + "): " + what);
  }

  private static JsonObject done(String result, List<MigrationRun> runs) {
    return read(out -> MigrationJson.write(result, runs, out), MigrationReport.RESULT);
  }

  private static JsonObject read(Json.Writer writer, ObjectShape shape) {
    if (JsonReader.read(Json.write(writer), shape) instanceof Reading.Fits(Object value)) {
      return (JsonObject) value;
    }
    throw new IllegalStateException("what is written here has the shape of what is read here");
  }

  private static <T> T reached(Asked<T> asked) throws IOException, RefusedException {
    try {
      return asked.ask();
    } catch (PortUnavailableException | OutcomeUnknownException away) {
      throw new IOException(away.getMessage(), away);
    }
  }

  @Override
  public void close() {
    migrations.close();
  }
}
