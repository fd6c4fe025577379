package dev.sallyport.aws.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/**
 * Makes each table of a deployment when a request first names it. Most tests want two or three of
 * them, and DynamoDB Local grows slow with every table that it holds.
 */
public final class TablesOnDemand implements SdkHttpClient {
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
      String text = new String(body.readAllBytes(), UTF_8);
      definitions.forEach((name, definition) -> {
        if (text.contains('"' + name + '"')) {
          made.computeIfAbsent(name, _ -> make(definition));
        }
      });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean make(TableDefinition table) {
    try {
      maker.createTable(TableSetup.request(table));
    } catch (ResourceInUseException e) {
      // An attempt whose answer was lost has made it, or is making it.
    }
    maker.waiter().waitUntilTableExists(describe -> describe.tableName(table.name()));
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
