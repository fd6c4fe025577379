package dev.sallyport.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpServer;
import dev.sallyport.lambda.event.CustomResource;
import dev.sallyport.lambda.event.CustomResourceAnswer;
import dev.sallyport.lambda.event.RecordedEvents;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudFormationReplyTest {
  private static final CustomResourceAnswer ANSWER = new CustomResourceAnswer(true, "", "id");

  private static CustomResource request() throws IOException {
    return CustomResource.read(
        RecordedEvents.stream(RecordedEvents.text("cloudformation-create.json")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://cloudformation-custom-resource-response-useast1.s3.amazonaws.com/a?b=c",
        "https://cloudformation-custom-resource-response-useast1.s3.us-east-1.amazonaws.com/a",
        "https://cloudformation-custom-resource-response-euwest1.s3-eu-west-1.amazonaws.com/a",
        "https://cloudformation-custom-resource-response-apsoutheast2.s3.ap-southeast-2.amazonaws.com/",
        "https://cloudformation-custom-resource-response-cnnorth1.s3.cn-north-1.amazonaws.com.cn/a",
        "https://cloudformation-custom-resource-response-usgovwest1.s3.us-gov-west-1.amazonaws.com/a"
      })
  void bucketsOfCloudFormationAreTrusted(String address) {
    assertThat(CloudFormationReply.isTrusted(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no address",
        "https://",
        "http://cloudformation-custom-resource-response-useast1.s3.amazonaws.com/a",
        "file://cloudformation-custom-resource-response-useast1.s3.amazonaws.com/a",
        "https://cloudformation-custom-resource-response-useast1.s3.amazonaws.com.example.org/a",
        "https://example.org/cloudformation-custom-resource-response-useast1.s3.amazonaws.com",
        "https://example.org?cloudformation-custom-resource-response-useast1.s3.amazonaws.com",
        "https://cloudformation-custom-resource-response-useast1.s3.amazonaws.com@example.org/a",
        "https://example.org\\@cloudformation-custom-resource-response-useast1.s3.amazonaws.com/",
        "https://u@cloudformation-custom-resource-response-useast1.s3.amazonaws.com/a",
        "https://x.cloudformation-custom-resource-response-useast1.s3.amazonaws.com/a",
        "https://cloudformation-custom-resource-response-a.b.s3.amazonaws.com/a",
        "https://cloudformation-custom-resource-response-.s3.amazonaws.com/a",
        "https://cloudformation-custom-resource-response-useast1.s3.a.b.amazonaws.com/a",
        "https://s3.amazonaws.com/cloudformation-custom-resource-response-useast1/a",
        "https://169.254.169.254/latest/meta-data"
      })
  void nobodyElseIs(String address) {
    assertThat(CloudFormationReply.isTrusted(address)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "2, 2", "3, 3"})
  void whatFailsIsTriedAgain(int succeedsAt, int attempts) throws IOException {
    List<String> sent = new ArrayList<>();
    new CloudFormationReply(
            (address, body) -> {
              sent.add(address + " " + new String(body, StandardCharsets.UTF_8));
              if (sent.size() == succeedsAt) {
                return 200;
              }
              if (sent.size() == 1) {
                throw new IOException("connection reset");
              }
              return 503;
            })
        .send(request(), ANSWER);
    assertThat(sent).hasSize(attempts);
    assertThat(sent.stream().distinct()).singleElement().asString().contains("SUCCESS");
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 307, 400, 403, 500, 503})
  void onlyOneStatusSaysThatItArrived(int status) {
    List<URI> sent = new ArrayList<>();
    CloudFormationReply reply =
        new CloudFormationReply((address, _) -> {
          sent.add(address);
          return status;
        });
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> reply.send(request(), ANSWER))
        .withMessage("CloudFormation could not be answered")
        .withNoCause();
    assertThat(sent).hasSize(3);
  }

  @Test
  void anAnswerIsPutWithoutATypeAndNoRedirectIsFollowed() throws IOException {
    List<String> received = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          received.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " type="
                  + exchange.getRequestHeaders().getOrDefault("Content-Type", List.of(""))
                  + " length="
                  + exchange.getRequestHeaders().getFirst("Content-Length")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          exchange.sendResponseHeaders(307, -1);
          exchange.close();
        });
    server.start();
    try {
      URI address =
          URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/a%3Ab%7Cc?X=1%2F2");
      byte[] body = "{\"ü\":1}".getBytes(StandardCharsets.UTF_8);
      assertThat(CloudFormationReply.put(address, body)).isEqualTo(307);
    } finally {
      server.stop(0);
    }
    assertThat(received).containsExactly("PUT /a%3Ab%7Cc?X=1%2F2 type=[] length=8 {\"ü\":1}");
  }

  @Test
  void nobodyElseIsAnswered() throws IOException {
    CustomResource request =
        CustomResource.read(RecordedEvents.stream("{\"ResponseURL\":\"https://example.org/\"}"));
    CloudFormationReply reply =
        new CloudFormationReply((_, _) -> {
          throw new AssertionError("sent");
        });
    assertThatExceptionOfType(IOException.class).isThrownBy(() -> reply.send(request, ANSWER));
  }
}
