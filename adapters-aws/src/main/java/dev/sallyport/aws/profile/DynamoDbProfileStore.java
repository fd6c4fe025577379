package dev.sallyport.aws.profile;

import dev.sallyport.application.profile.port.ProfileStore;
import dev.sallyport.aws.table.ItemWriter;
import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.aws.table.TableReads;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.aws.table.TableTransactions;
import dev.sallyport.aws.table.TransactionOutcome;
import dev.sallyport.domain.event.EventId;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.profile.Activity;
import dev.sallyport.domain.profile.Contribution;
import dev.sallyport.domain.profile.Handle;
import dev.sallyport.domain.profile.Picture;
import dev.sallyport.domain.profile.PictureKind;
import dev.sallyport.domain.profile.Profile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Keeps a profile in one item, whose texts, pictures and counts are updated apart, its handle in
 * another, and what was counted in one for each event, which expires (<a
 * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html">TTL</a>).
 *
 * <p>Single updates are transactions too, so that a retry after a lost answer learns what the first
 * attempt did.
 */
final class DynamoDbProfileStore implements ProfileStore {
  private static final String WHAT = "profiles";
  private static final String IS_NEW = "attribute_not_exists(id)";

  private final TableReads reads;
  private final TableTransactions transactions;
  private final String table;

  @Inject
  DynamoDbProfileStore(TableReads reads, TableTransactions transactions, TableSettings settings) {
    this.reads = reads;
    this.transactions = transactions;
    this.table = settings.profiles();
  }

  @Override
  public CreateOutcome create(Profile profile) {
    boolean isFirst =
        profile.version() == 1
            && profile.avatar().isEmpty()
            && profile.banner().isEmpty()
            && profile.activity().equals(Activity.NONE);
    if (!isFirst) {
      throw new IllegalArgumentException("a new profile has texts and nothing else");
    }
    List<TransactWriteItem> items =
        List.of(putNew(ProfileCodec.encode(profile)), putNew(ProfileCodec.encodeHandle(profile)));
    return switch (transactions.write(WHAT, items)) {
      case TransactionOutcome.Applied _ -> new CreateOutcome.Created();
      case TransactionOutcome.Refused(var failed) ->
          failed.first() == 0 ? new CreateOutcome.Exists() : new CreateOutcome.HandleTaken();
    };
  }

  private TransactWriteItem putNew(Map<String, AttributeValue> item) {
    Put put = Put.builder().tableName(table).item(item).conditionExpression(IS_NEW).build();
    return TransactWriteItem.builder().put(put).build();
  }

  @Override
  public Optional<Profile> find(Subject subject) {
    return reads.find(table, ProfileCodec.itemId(subject)).map(ProfileCodec::decode);
  }

  @Override
  public Optional<Profile> findByHandle(Handle handle) {
    return reads
        .find(table, ProfileCodec.itemId(handle))
        .map(ProfileCodec::decodeHandle)
        .flatMap(this::find);
  }

  @Override
  public boolean rewrite(Profile next) {
    return isApplied(
        update(next.subject())
            .updateExpression("SET #name = :name, #bio = :bio, #version = :next")
            .conditionExpression("#version = :before")
            .expressionAttributeNames(
                Map.of(
                    "#name", ProfileCodec.DISPLAY_NAME,
                    "#bio", ProfileCodec.BIO,
                    "#version", ProfileCodec.VERSION))
            .expressionAttributeValues(
                Map.of(
                    ":name", AttributeValue.fromS(next.text().displayName()),
                    ":bio", AttributeValue.fromS(next.text().bio()),
                    ":next", number(next.version()),
                    ":before", number(next.version() - 1))));
  }

  @Override
  public boolean show(Subject subject, PictureKind kind, Picture picture) {
    return isApplied(
        update(subject)
            .updateExpression("SET #picture = :picture, #rank = :rank")
            .conditionExpression(
                "attribute_exists(id) AND (attribute_not_exists(#rank) OR #rank < :rank)")
            .expressionAttributeNames(
                Map.of(
                    "#picture", ProfileCodec.pictureName(kind),
                    "#rank", ProfileCodec.rankName(kind)))
            .expressionAttributeValues(
                Map.of(
                    ":picture", ProfileCodec.encode(picture),
                    ":rank", AttributeValue.fromS(ProfileCodec.rank(picture)))));
  }

  @Override
  public CountOutcome count(
      Subject subject, EventId event, Contribution contribution, Instant now) {
    Update count =
        update(subject)
            .updateExpression("ADD #count :one")
            .conditionExpression("attribute_exists(id)")
            .expressionAttributeNames(Map.of("#count", ProfileCodec.counter(contribution)))
            .expressionAttributeValues(Map.of(":one", number(1)))
            .build();
    List<TransactWriteItem> items =
        List.of(TransactWriteItem.builder().update(count).build(), remember(subject, event, now));
    return switch (transactions.write(WHAT, items)) {
      case TransactionOutcome.Applied _ -> CountOutcome.COUNTED;
      case TransactionOutcome.Refused(var failed) ->
          failed.first() == 0 ? CountOutcome.NO_PROFILE : CountOutcome.REPEATED;
    };
  }

  /** DynamoDB deletes what has expired within days; until then it is passed over. */
  private TransactWriteItem remember(Subject subject, EventId event, Instant now) {
    Put put =
        Put.builder()
            .tableName(table)
            .item(
                new ItemWriter()
                    .text(TableReads.ID, ProfileCodec.itemId(subject, event))
                    .number(TableDefinitions.EXPIRES_AT, now.plus(EVENT_MEMORY).getEpochSecond())
                    .toItem())
            .conditionExpression(IS_NEW + " OR #expires <= :now")
            .expressionAttributeNames(Map.of("#expires", TableDefinitions.EXPIRES_AT))
            .expressionAttributeValues(Map.of(":now", number(now.getEpochSecond())))
            .build();
    return TransactWriteItem.builder().put(put).build();
  }

  private Update.Builder update(Subject subject) {
    return Update.builder().tableName(table).key(TableReads.key(ProfileCodec.itemId(subject)));
  }

  private boolean isApplied(Update.Builder update) {
    TransactWriteItem item = TransactWriteItem.builder().update(update.build()).build();
    return switch (transactions.write(WHAT, List.of(item))) {
      case TransactionOutcome.Applied _ -> true;
      case TransactionOutcome.Refused _ -> false;
    };
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
