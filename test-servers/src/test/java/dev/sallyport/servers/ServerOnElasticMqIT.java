package dev.sallyport.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;

class ServerOnElasticMqIT {
  @Test
  void answersAsSqs() throws Exception {
    URI uri = ElasticMq.shared().uri();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(uri)
                  .header("Content-Type", "application/x-amz-json-1.0")
                  .header("X-Amz-Target", "AmazonSQS.CreateQueue")
                  .POST(BodyPublishers.ofString("{\"QueueName\":\"first\"}"))
                  .build(),
              BodyHandlers.ofString());

      assertThat(answer.body()).isEqualTo("{\"QueueUrl\":\"" + uri + "/000000000000/first\"}");
      assertThat(answer.statusCode()).isEqualTo(200);
    }
  }
}
