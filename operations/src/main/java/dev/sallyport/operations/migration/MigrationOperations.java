package dev.sallyport.operations.migration;

import dev.sallyport.application.migration.MigrationResult;
import dev.sallyport.application.migration.RunMigrations;
import dev.sallyport.application.migration.ShowMigrations;
import dev.sallyport.application.migration.ShowMigrations.Planned;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.migration.MigrationId;
import dev.sallyport.domain.migration.MigrationRun;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.Call;
import dev.sallyport.operations.ErrorCode;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.Parameter;
import dev.sallyport.operations.Problem;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.Violation;
import dev.sallyport.operations.json.WordShape;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What admins ask about migrations. */
final class MigrationOperations {
  private static final String PATH = "/service/operations/migrations";
  private static final int MAX_BODY = 4096;

  /** So that an answer comes before whoever waits for it gives up; the rest goes on when asked. */
  private static final Duration MOST_TIME = Duration.ofSeconds(10);

  private static final IntegerShape COUNT = new IntegerShape(1, 1000);

  private enum Wish {
    MIGRATE,
    ROLLBACK,
    REPAIR
  }

  private static final Shape WISH =
      ObjectShape.of(
          Member.required("action", WordShape.of(Wish.class))
              .says(
                  "MIGRATE applies all that waits, ROLLBACK undoes what was applied last, REPAIR"
                      + " notes that things were set right by hand."),
          Member.optional("count", COUNT).says("How many to undo; 1 if left out."));

  private final RunMigrations runMigrations;
  private final ShowMigrations showMigrations;

  @Inject
  MigrationOperations(RunMigrations runMigrations, ShowMigrations showMigrations) {
    this.runMigrations = runMigrations;
    this.showMigrations = showMigrations;
  }

  Set<HttpOperation> all() {
    return Set.of(
        HttpOperation.of("showMigrations", "GET", PATH, AccessRule.ADMIN)
            .summary("Shows how it stands with every migration, and what a run would do.")
            .takes(
                Parameter.query(
                    "rollback", COUNT, "Plans to undo so many, instead of applying what waits."))
            .answers(200, "All migrations and the plan.", MigrationJson.STATUS)
            .calls(this::show),
        HttpOperation.of("runMigrations", "POST", PATH, AccessRule.ADMIN)
            .summary("Applies migrations, undoes them, or repairs what the ledger says of them.")
            .body(WISH, MAX_BODY)
            .answers(200, "It is done, or a step has failed.", MigrationJson.RESULT)
            .answers(202, "The time was up; the same wish goes on.", MigrationJson.RESULT)
            .refuses(
                ErrorCode.MIGRATIONS_BUSY,
                ErrorCode.MIGRATIONS_DRIFTED,
                ErrorCode.MIGRATIONS_BLOCKED)
            .calls(this::run));
  }

  private Answer show(Call call) {
    Optional<Long> count = call.findParameter("rollback", Long.class);
    List<Planned> plan =
        count
            .map(n -> showMigrations.rollingBack(n.intValue()))
            .orElseGet(showMigrations::migrating);
    return Answer.json(200, out -> MigrationJson.write(showMigrations.states(), plan, out));
  }

  private Answer run(Call call) {
    Optional<Long> count = call.body().find("count", Long.class);
    Wish wish = call.body().get("action", Wish.class);
    if (count.isPresent() && wish != Wish.ROLLBACK) {
      return Answer.refuse(
          Problem.invalid(
              List.of(Violation.at("/count", "mixed_forms", "belongs to ROLLBACK only"))));
    }
    Subject by = call.caller().subject();
    return answer(
        switch (wish) {
          case MIGRATE -> runMigrations.migrate(by, MOST_TIME);
          case ROLLBACK -> runMigrations.rollback(by, count.orElse(1L).intValue(), MOST_TIME);
          case REPAIR -> runMigrations.repair(by);
        });
  }

  private static Answer answer(MigrationResult result) {
    return switch (result) {
      case MigrationResult.Finished(List<MigrationRun> runs) -> done(200, "FINISHED", runs);
      case MigrationResult.Failed(List<MigrationRun> runs) -> done(200, "FAILED", runs);
      case MigrationResult.Unfinished(List<MigrationRun> runs) -> done(202, "UNFINISHED", runs);
      case MigrationResult.Busy(Subject holder, Instant until) ->
          Answer.refuse(
              Problem.of(ErrorCode.MIGRATIONS_BUSY)
                  .with("holder", holder.value())
                  .with("until", until.toString()));
      case MigrationResult.Overtaken _ -> Answer.refuse(ErrorCode.MIGRATIONS_BUSY);
      case MigrationResult.Drifted(List<MigrationId> ids) ->
          Answer.refuse(
              Problem.of(ErrorCode.MIGRATIONS_DRIFTED)
                  .with(
                      "migrations",
                      ids.stream().map(MigrationId::value).collect(Collectors.joining(", "))));
      case MigrationResult.Missing(MigrationId id) -> blocked(id);
      case MigrationResult.Blocked(MigrationRun run) -> blocked(run.id());
    };
  }

  private static Answer done(int status, String word, List<MigrationRun> runs) {
    return Answer.json(status, out -> MigrationJson.write(word, runs, out));
  }

  private static Answer blocked(MigrationId id) {
    return Answer.refuse(Problem.of(ErrorCode.MIGRATIONS_BLOCKED).with("migrations", id.value()));
  }
}
