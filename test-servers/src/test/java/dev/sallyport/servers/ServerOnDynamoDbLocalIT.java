package dev.sallyport.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class ServerOnDynamoDbLocalIT {
  @Test
  void answersAsDynamoDb() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(DynamoDbLocal.shared().uri())
                  .header("Content-Type", "application/x-amz-json-1.0")
                  .header("X-Amz-Target", "DynamoDB_20120810.ListTables")
                  .header(
                      "Authorization",
                      "AWS4-HMAC-SHA256 Credential=any/20260101/eu-central-1/dynamodb/aws4_request,"
                          + " SignedHeaders=host, Signature=00")
                  .POST(BodyPublishers.ofString("{}"))
                  .build(),
              BodyHandlers.ofString());

      assertThat(answer.body()).isEqualTo("{\"TableNames\":[]}");
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }

  @Test
  void isOnePerJvm() {
    assertThat(DynamoDbLocal.shared()).isSameAs(DynamoDbLocal.shared());
  }
}
