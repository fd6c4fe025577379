package dev.sallyport.aws.attachment;

import dev.sallyport.aws.table.TableDefinitions;
import dev.sallyport.aws.table.TableReads;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.domain.attachment.QuotaWindow;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.VersionId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Counts what each account was granted in each window: {@code quota#<account>#<from>-<to>}, one
 * item for each account that was seen in a window, until the window is long over. Remembers which
 * versions were charged already: {@code replay#<attachment>#<version>}.
 */
final class QuotaCounters {
  /** How long a counter outlives its window, for another process whose clock is behind. */
  private static final Duration AFTERLIFE = Duration.ofDays(1);

  private static final String ADD = "SET #expires = :expires ADD #objects :objects, #bytes :bytes";

  private final String table;

  @Inject
  QuotaCounters(TableSettings settings) {
    this.table = settings.attachments();
  }

  /**
   * Returns what charges an account if it then still keeps the limits. The charge alone keeps them:
   * that is the caller's to check.
   */
  TransactWriteItem charge(
      QuotaAccount account, QuotaWindow window, long objects, DataSize bytes, UploadPolicy limits) {
    Map<String, AttributeValue> values = values(window, objects, bytes);
    values.put(":mostObjects", number(limits.quotaObjects() - objects));
    values.put(":mostBytes", number(limits.quotaBytes().bytes() - bytes.bytes()));
    return item(
        update(account, window, values)
            .conditionExpression(
                "attribute_not_exists(#objects)"
                    + " OR (#objects <= :mostObjects AND #bytes <= :mostBytes)")
            .build());
  }

  /** Returns what charges an account, whatever it was charged before. */
  TransactWriteItem chargeAnyway(
      QuotaAccount account, QuotaWindow window, long objects, DataSize bytes) {
    return item(update(account, window, values(window, objects, bytes)).build());
  }

  /**
   * Returns what marks a version as charged, if it is not: a mark that has expired counts for
   * nothing, though it may take days to be deleted (<a
   * href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html">TTL</a>).
   */
  TransactWriteItem mark(AttachmentId id, VersionId version, Instant now, Instant until) {
    return item(
        Update.builder()
            .tableName(table)
            .key(TableReads.key("replay#" + id + "#" + version))
            .updateExpression("SET #expires = :until")
            .conditionExpression("attribute_not_exists(#expires) OR #expires <= :now")
            .expressionAttributeNames(Map.of("#expires", TableDefinitions.EXPIRES_AT))
            .expressionAttributeValues(
                Map.of(
                    ":now", number(now.getEpochSecond()), ":until", number(until.getEpochSecond())))
            .build());
  }

  private Update.Builder update(
      QuotaAccount account, QuotaWindow window, Map<String, AttributeValue> values) {
    String id = "quota#" + account.value() + "#" + window.start() + "-" + window.end();
    return Update.builder()
        .tableName(table)
        .key(TableReads.key(id))
        .updateExpression(ADD)
        .expressionAttributeNames(
            Map.of(
                "#expires", TableDefinitions.EXPIRES_AT,
                "#objects", "grantedObjects",
                "#bytes", "grantedBytes"))
        .expressionAttributeValues(values);
  }

  private static Map<String, AttributeValue> values(
      QuotaWindow window, long objects, DataSize bytes) {
    Map<String, AttributeValue> values = new HashMap<>();
    values.put(":objects", number(objects));
    values.put(":bytes", number(bytes.bytes()));
    values.put(":expires", number(window.end().plus(AFTERLIFE).getEpochSecond()));
    return values;
  }

  private static TransactWriteItem item(Update update) {
    return TransactWriteItem.builder().update(update).build();
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
