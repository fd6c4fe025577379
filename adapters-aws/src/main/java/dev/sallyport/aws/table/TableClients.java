package dev.sallyport.aws.table;

import dev.sallyport.aws.shared.AwsClients;
import dev.sallyport.aws.shared.AwsService;
import dev.sallyport.aws.shared.Patience;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import software.amazon.awssdk.awscore.endpoints.AccountIdEndpointMode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Calls DynamoDB: one client for what may simply be asked again, one for transactions, which never
 * asks again by itself.
 *
 * <p>The SDK reports how the last of its attempts failed. A first attempt that timed out and a
 * second that was throttled would look like "not applied", which is not known; so {@link
 * TableTransactions} makes every attempt of a transaction itself and remembers.
 */
@Singleton
final class TableClients {
  private static final Patience ONE_ATTEMPT =
      new Patience(Duration.ofSeconds(2), Duration.ofSeconds(2), 1);

  private final DynamoDbClient repeatable;
  private final DynamoDbClient transactions;

  @Inject
  TableClients(AwsClients clients) {
    this(client(clients, Patience.REQUEST), client(clients, ONE_ATTEMPT));
  }

  TableClients(DynamoDbClient repeatable, DynamoDbClient transactions) {
    this.repeatable = repeatable;
    this.transactions = transactions;
  }

  /**
   * Builds one. Endpoints by account id and endpoint discovery are off: both would make the address
   * depend on calls and credentials, where a deployment wants one that its network can allow.
   */
  static DynamoDbClient client(AwsClients clients, Patience patience) {
    return clients
        .configure(DynamoDbClient.builder(), AwsService.DYNAMODB, patience)
        .accountIdEndpointMode(AccountIdEndpointMode.DISABLED)
        .endpointDiscoveryEnabled(false)
        .build();
  }

  DynamoDbClient repeatable() {
    return repeatable;
  }

  DynamoDbClient transactions() {
    return transactions;
  }
}
