package dev.sallyport.aws.table;

import dev.sallyport.contract.fixtures.SequentialIds;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What reads and writes tables, over a scripted client and without waiting. */
public final class TestTables {
  final List<Duration> pauses = new ArrayList<>();
  private final SequentialIds ids = new SequentialIds();
  private final TableClients clients;

  /** Over a client that answers what a test says. */
  public TestTables(SdkHttpClient http) {
    this(http, URI.create("http://tables.test"), Duration.ofSeconds(2));
  }

  TestTables(
      SdkHttpClient http, URI address, Duration attempt, ExecutionInterceptor... interceptors) {
    DynamoDbClient client =
        DynamoDbClient.builder()
            .region(Region.EU_CENTRAL_1)
            .endpointOverride(address)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIATEST", "secret")))
            .httpClient(http)
            .overrideConfiguration(o ->
                o.apiCallAttemptTimeout(attempt)
                    .apiCallTimeout(attempt)
                    .executionInterceptors(List.of(interceptors))
                    .retryStrategy(DefaultRetryStrategy.doNotRetry()))
            .build();
    clients = new TableClients(client, client);
  }

  TableClients clients() {
    return clients;
  }

  TableTransactions transactions() {
    return new TableTransactions(clients, ids, new Backoff(ids, pauses::add));
  }

  TableTransactions interruptedTransactions() {
    return new TableTransactions(
        clients,
        ids,
        new Backoff(
            ids,
            _ -> {
              throw new InterruptedException();
            }));
  }

  TableReads reads() {
    return new TableReads(clients, new Backoff(ids, pauses::add));
  }

  /** What makes and removes tables. */
  public TableShapes shapes() {
    return new TableShapes(clients, new Backoff(ids, pauses::add));
  }

  TableDeletes deletes() {
    return new TableDeletes(clients, new Backoff(ids, pauses::add));
  }
}
