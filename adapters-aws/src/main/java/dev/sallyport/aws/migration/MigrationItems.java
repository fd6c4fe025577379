package dev.sallyport.aws.migration;

import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.aws.table.ItemWriter;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.migration.FencingToken;
import dev.sallyport.domain.migration.Migration.Direction;
import dev.sallyport.domain.migration.MigrationId;
import dev.sallyport.domain.migration.MigrationRun;
import dev.sallyport.domain.migration.MigrationRun.Outcome;
import dev.sallyport.domain.migration.MigrationRun.Place;
import dev.sallyport.domain.shared.Sha256;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionCheck;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The items of migrations, all under one partition key of their own table: the lease, the item
 * {@code schema_information}, and one for each run.
 */
final class MigrationItems {
  static final String SHARD = "migrations";
  static final String LEASE = "lease";
  static final String INFORMATION = "schema_information";
  static final String TOKEN = "token";
  static final String HOLDER = "holder";
  static final String REVISION = "revision";
  static final String OUTCOME = "outcome";
  static final String RUNNING = "RUNNING";

  private static final String RUN = "run#";

  /** The last place that a run can have. */
  static final String LAST = place(999_999_999_999L);

  private MigrationItems() {}

  static Map<String, AttributeValue> key(String place) {
    return new ItemWriter().text("shard", SHARD).text("place", place).toItem();
  }

  /** Returns the place of a run; places sort as numbers do. */
  static String place(long number) {
    return RUN + String.format(Locale.ROOT, "%012d", number);
  }

  /**
   * Reads what {@link #place} wrote.
   *
   * @throws IllegalArgumentException for any other text
   */
  static long number(String place) {
    if (!place.matches(RUN + "[0-9]{12}")) {
      throw new IllegalArgumentException("not a page token of this list");
    }
    return Long.parseLong(place.substring(RUN.length()));
  }

  /** Lets a transaction go through only while the token's holder has the lease. */
  static TransactWriteItem fence(String table, FencingToken token) {
    AttributeValue shown = AttributeValue.fromN(Long.toString(token.value()));
    return TransactWriteItem.builder()
        .conditionCheck(
            ConditionCheck.builder()
                .tableName(table)
                .key(key(LEASE))
                .conditionExpression("#token = :token and attribute_exists(#holder)")
                .expressionAttributeNames(Map.of("#token", TOKEN, "#holder", HOLDER))
                .expressionAttributeValues(Map.of(":token", shown))
                .build())
        .build();
  }

  static Map<String, AttributeValue> encode(MigrationRun run) {
    ItemWriter item =
        new ItemWriter()
            .text("shard", SHARD)
            .text("place", place(run.number()))
            .number("number", run.number())
            .text("migration", run.id().value())
            .text("checksum", run.checksum().hex())
            .text("direction", run.direction().name())
            .text("by", run.by().value())
            .instant("startedAt", run.startedAt())
            .number("first", run.place().first())
            .number("step", run.place().step())
            .text("cursor", run.place().cursor())
            .number("records", run.place().records())
            .number(REVISION, run.revision());
    run.endedAt().ifPresent(at -> item.instant("endedAt", at));
    switch (run.outcome()) {
      case Outcome.Running _ -> item.text(OUTCOME, RUNNING);
      case Outcome.Succeeded _ -> item.text(OUTCOME, "SUCCEEDED");
      case Outcome.Failed(Instant _, String error) ->
          item.text(OUTCOME, "FAILED").text("error", error);
      case Outcome.Repaired _ -> item.text(OUTCOME, "REPAIRED");
    }
    return item.toItem();
  }

  static MigrationRun decode(Map<String, AttributeValue> item) {
    return ItemReader.decode("a migration's run", item, MigrationItems::run);
  }

  private static MigrationRun run(ItemReader item) {
    return new MigrationRun(
        item.number("number"),
        new MigrationId(item.text("migration")),
        new Sha256(item.text("checksum")),
        Direction.valueOf(item.text("direction")),
        new Subject(item.text("by")),
        item.instant("startedAt"),
        new Place(
            item.number("first"),
            (int) item.number("step"),
            item.text("cursor", Function.identity()),
            item.number("records")),
        outcome(item),
        (int) item.number(REVISION));
  }

  private static Outcome outcome(ItemReader item) {
    return switch (item.text(OUTCOME)) {
      case RUNNING -> new Outcome.Running();
      case "SUCCEEDED" -> new Outcome.Succeeded(item.instant("endedAt"));
      case "FAILED" -> new Outcome.Failed(item.instant("endedAt"), item.text("error"));
      case "REPAIRED" -> new Outcome.Repaired(item.instant("endedAt"));
      default -> throw new IllegalArgumentException("no such outcome");
    };
  }
}
