package dev.sallyport.aws.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Makes each table of a deployment when a request first names it. Most tests want two or three of
 * them, and DynamoDB Local grows slow with every table that it holds.
 */
public final class TablesOnDemand implements SdkHttpClient {
  private static final Pattern NAME = Pattern.compile("\"TableName\":\"([^\"]+)\"");

  private final SdkHttpClient client;
  private final DynamoDbClient maker;
  private final Map<String, TableDefinition> definitions;
  private final Map<String, Boolean> made = new ConcurrentHashMap<>();

  /**
   * Makes the tables of one deployment.
   *
   * @param client sends the requests
   * @param maker makes the tables
   */
  public TablesOnDemand(SdkHttpClient client, DynamoDbClient maker, TableSettings tables) {
    this.client = client;
    this.maker = maker;
    this.definitions =
        TableDefinitions.of(tables).stream()
            .collect(Collectors.toMap(TableDefinition::name, Function.identity()));
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    request.contentStreamProvider().ifPresent(this::makeThoseNamedIn);
    return client.prepareRequest(request);
  }

  private void makeThoseNamedIn(ContentStreamProvider content) {
    try (InputStream body = content.newStream()) {
      NAME.matcher(new String(body.readAllBytes(), UTF_8))
          .results()
          .map(found -> found.group(1))
          .filter(definitions::containsKey)
          .forEach(name -> made.computeIfAbsent(name, this::make));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean make(String name) {
    maker.createTable(TableSetup.request(Objects.requireNonNull(definitions.get(name))));
    maker.waiter().waitUntilTableExists(describe -> describe.tableName(name));
    return true;
  }

  @Override
  public String clientName() {
    return client.clientName();
  }

  @Override
  public void close() {
    client.close();
  }
}
