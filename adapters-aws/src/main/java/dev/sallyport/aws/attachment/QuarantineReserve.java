package dev.sallyport.aws.attachment;

import dev.sallyport.application.attachment.port.Grant;
import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.aws.table.TableReads;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.shared.DataSize;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * Counts how much of the quarantine is promised, in several items ({@code reserve#<shard>}),
 * because every grant and verdict changes it and one item would be where they all wait. Each shard
 * has an equal part of the quarantine; an attachment remembers the one that counts its bytes.
 *
 * <p>Together the shards never promise more than the quarantine has. They may refuse a grant though
 * all their rests together would do: then each has less than the grant left, so at most that much
 * times the number of shards is free. There are never more shards than leave each the largest call
 * that the policy allows, so a small quarantine is counted in one item, exactly.
 */
final class QuarantineReserve {
  private static final String BYTES = "reservedBytes";

  private final TableReads reads;
  private final String table;
  private final int mostShards;

  @Inject
  QuarantineReserve(TableReads reads, TableSettings settings) {
    this.reads = reads;
    this.table = settings.attachments();
    this.mostShards = settings.reserveShards();
  }

  /** Returns the shard that a grant tries first: any, but the same one when it is tried again. */
  int firstShard(Grant grant) {
    return Math.floorMod(
        grant.attachments().getFirst().id().hashCode(), shards(grant.policy(), mostShards));
  }

  /** Tells whether a grant is larger than any shard could ever take. */
  boolean neverFits(Grant grant) {
    return grant.bytes().bytes() > share(grant.policy());
  }

  /** Returns the other shards that had room for the grant just now, the emptiest first. */
  List<Integer> othersWithRoom(Grant grant, int tried) {
    List<Integer> shards = IntStream.range(0, shards(grant.policy(), mostShards)).boxed().toList();
    Map<String, Map<String, AttributeValue>> counters =
        reads.findAll(table, shards.stream().map(QuarantineReserve::itemId).toList());
    long room = share(grant.policy()) - grant.bytes().bytes();
    return shards.stream()
        .filter(shard -> shard != tried && used(counters, shard) <= room)
        .sorted(Comparator.comparingLong(shard -> used(counters, shard)))
        .toList();
  }

  private static long used(Map<String, Map<String, AttributeValue>> counters, int shard) {
    String id = itemId(shard);
    Map<String, AttributeValue> counter = counters.get(id);
    return counter == null ? 0 : ItemReader.decode(id, counter, item -> item.number(BYTES));
  }

  /** Returns what reserves a grant's bytes if the shard then still keeps its share. */
  TransactWriteItem reserve(int shard, Grant grant) {
    DataSize bytes = grant.bytes();
    Update.Builder update =
        add(
            shard,
            Map.of(
                ":bytes",
                number(bytes.bytes()),
                ":most",
                number(share(grant.policy()) - bytes.bytes())));
    update.conditionExpression("attribute_not_exists(#bytes) OR #bytes <= :most");
    return TransactWriteItem.builder().update(update.build()).build();
  }

  /** Returns what changes a shard by a difference. */
  TransactWriteItem change(int shard, long difference) {
    Update.Builder update = add(shard, Map.of(":bytes", number(difference)));
    return TransactWriteItem.builder().update(update.build()).build();
  }

  private Update.Builder add(int shard, Map<String, AttributeValue> values) {
    return Update.builder()
        .tableName(table)
        .key(TableReads.key(itemId(shard)))
        .updateExpression("ADD #bytes :bytes")
        .expressionAttributeNames(Map.of("#bytes", BYTES))
        .expressionAttributeValues(values);
  }

  private long share(UploadPolicy policy) {
    return policy.quarantineBytes().bytes() / shards(policy, mostShards);
  }

  /** Returns how many shards each have room for the largest call that a policy allows. */
  static int shards(UploadPolicy policy, int most) {
    long largestCall =
        policy.maxBytes().bytes() * (long) (policy.maxEncrypted() + policy.maxPlain());
    return Math.toIntExact(Math.clamp(policy.quarantineBytes().bytes() / largestCall, 1L, most));
  }

  private static String itemId(int shard) {
    return "reserve#" + shard;
  }

  private static AttributeValue number(long value) {
    return AttributeValue.fromN(Long.toString(value));
  }
}
