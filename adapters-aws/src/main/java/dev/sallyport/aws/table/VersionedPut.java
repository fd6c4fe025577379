package dev.sallyport.aws.table;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * Puts an item of counted versions only in the place of the version before it.
 *
 * <p>To be written by a transaction even when it is alone, though that costs twice a plain write:
 * only a transaction can be told to be the same one when it is tried again.
 */
public final class VersionedPut {
  private VersionedPut() {}

  /**
   * Returns the write, refused when what is stored is not of the version before.
   *
   * @param attribute the name of the number attribute that has the version
   * @param version of this item; 1 is the first, before which there must be none
   */
  public static TransactWriteItem of(
      String table, Map<String, AttributeValue> item, String attribute, long version) {
    Put.Builder put =
        Put.builder()
            .tableName(table)
            .item(item)
            .expressionAttributeNames(Map.of("#version", attribute));
    if (version == 1) {
      put.conditionExpression("attribute_not_exists(#version)");
    } else {
      put.conditionExpression("#version = :before")
          .expressionAttributeValues(
              Map.of(":before", AttributeValue.fromN(Long.toString(version - 1))));
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }
}
