package dev.sallyport.aws.table;

import java.util.concurrent.atomic.DoubleAdder;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

/**
 * Adds up the read units that DynamoDB says its calls have consumed, and the items that they write.
 * What DynamoDB Local says of writes is no use: a transaction of 42 puts consumes 6 units there.
 */
final class CapacityMeter implements ExecutionInterceptor {
  private static final ReturnConsumedCapacity TOTAL = ReturnConsumedCapacity.TOTAL;

  private final DoubleAdder read = new DoubleAdder();
  private final DoubleAdder written = new DoubleAdder();

  /**
   * What something consumed.
   *
   * @param read units
   * @param written items
   */
  record Units(double read, double written) {}

  Units of(Runnable something) {
    read.reset();
    written.reset();
    something.run();
    return new Units(read.sum(), written.sum());
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    return switch (context.request()) {
      case GetItemRequest r -> r.toBuilder().returnConsumedCapacity(TOTAL).build();
      case BatchGetItemRequest r -> r.toBuilder().returnConsumedCapacity(TOTAL).build();
      case QueryRequest r -> r.toBuilder().returnConsumedCapacity(TOTAL).build();
      default -> context.request();
    };
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    switch (context.response()) {
      case GetItemResponse r -> add(r.consumedCapacity());
      case BatchGetItemResponse r -> r.consumedCapacity().forEach(this::add);
      case QueryResponse r -> add(r.consumedCapacity());
      default -> {}
    }
    switch (context.request()) {
      case TransactWriteItemsRequest r -> written.add(r.transactItems().size());
      case BatchWriteItemRequest r ->
          r.requestItems().values().forEach(items -> written.add(items.size()));
      default -> {}
    }
  }

  private void add(@Nullable ConsumedCapacity consumed) {
    if (consumed != null) {
      read.add(consumed.capacityUnits());
    }
  }
}
