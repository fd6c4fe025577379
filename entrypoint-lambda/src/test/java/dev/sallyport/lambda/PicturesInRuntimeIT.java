package dev.sallyport.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.http.HttpDriver;
import dev.sallyport.contract.http.HttpDriver.Form;
import dev.sallyport.contract.http.JsonNode;
import dev.sallyport.lambda.settings.LambdaEnvironment;
import dev.sallyport.lambda.settings.Part;
import dev.sallyport.servers.DynamoDbLocal;
import dev.sallyport.servers.ElasticMq;
import dev.sallyport.servers.LambdaRuntime;
import dev.sallyport.servers.LambdaRuntime.Outcome;
import dev.sallyport.servers.S3ProxyServer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/**
 * A picture on its way through all of its functions, each started from the package: tables on
 * DynamoDB Local, objects on S3Proxy, queues on ElasticMQ.
 */
@ResourceLock(PackedFunctions.NATIVE_LIBRARY)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PicturesInRuntimeIT {
  private static final Duration TIME = Duration.ofSeconds(120);
  private static final String CDN = "https://cdn.example.org/";

  private final TestIssuer issuer = new TestIssuer();
  private final String name = "t" + UUID.randomUUID();
  private final S3ProxyServer s3 = S3ProxyServer.shared();
  private final Map<String, String> variables = new HashMap<>();
  private final Map<String, URI> queues = new HashMap<>();
  private final SqsClient sqs =
      SqsClient.builder()
          .region(Region.US_EAST_1)
          .endpointOverride(ElasticMq.shared().uri())
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("AK", "SK")))
          .httpClient(UrlConnectionHttpClient.create())
          .build();

  private Path folder = Path.of("");

  @BeforeAll
  void start(@TempDir Path temporary) throws IOException {
    folder = temporary;
    PackedFunctions.unpack(folder);
    variables.put("AWS_REGION", "us-east-1");
    variables.put("AWS_ACCESS_KEY_ID", s3.accessKey());
    variables.put("AWS_SECRET_ACCESS_KEY", s3.secretKey());
    variables.put("AWS_ENDPOINT_URL_S3", s3.uri().toString());
    variables.put("AWS_ENDPOINT_URL_SQS", ElasticMq.shared().uri().toString());
    variables.put("AWS_ENDPOINT_URL_DYNAMODB", DynamoDbLocal.shared().uri().toString());
    variables.put("SALLYPORT_ISSUER", issuer.issuer().toString());
    variables.put("SALLYPORT_CLIENT_IDS", TestIssuer.CLIENT);
    variables.put("SALLYPORT_PAGE_TOKEN_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    variables.put("SALLYPORT_TABLE_PREFIX", name);
    variables.put("SALLYPORT_ASSETS_URL", CDN);
    for (String bucket : List.of("quarantine", "clean", "assets")) {
      s3.versionedBucket(name + "-" + bucket);
      variables.put(
          "SALLYPORT_" + bucket.toUpperCase(Locale.ROOT) + "_BUCKET", name + "-" + bucket);
    }
    for (String queue : List.of("sanitization", "renditions", "pictures")) {
      URI url = ElasticMq.shared().queueWithDeadLetters(name + "-" + queue, 5);
      queues.put(queue, url);
      String variable = "SALLYPORT_" + queue.toUpperCase(Locale.ROOT);
      variables.put(variable + "_QUEUE", url.toString());
      variables.put(variable + "_DEAD_QUEUE", url + "-dead");
    }
    s3.notifyQueue(name + "-quarantine", queue("sanitization"));
    TestCredentials.set();
    DaggerTablesComponent.factory()
        .create(Clock.systemUTC(), new LambdaEnvironment(variables).read(Part.AWS, Part.TABLES))
        .setup()
        .createMissing();
  }

  @AfterAll
  void stop() {
    sqs.close();
    issuer.close();
  }

  private URI queue(String purpose) {
    return queues.getOrDefault(purpose, URI.create(""));
  }

  @Test
  void aPictureGoesThroughItsFunctionsOntoTheProfile() throws IOException {
    Form form = grant();
    assertThat(HttpDriver.post(form, picture()).status()).isEqualTo(204);
    handOver("SanitizationHandler", receive("sanitization"));
    send(
        "renditions",
        "{\"schema\":1,\"type\":\"AttachmentJudged\",\"eventId\":\""
            + UUID.randomUUID()
            + "\",\"at\":\"2026-11-22T10:00:00Z\",\"attachmentId\":\""
            + form.attachmentId()
            + "\",\"revision\":3}");
    handOver("PicturesHandler", receive("renditions"));
    Message announced = receive("pictures");
    assertThat(announced.body()).contains("AvatarReady", form.attachmentId());
    handOver("ProfilePictureHandler", announced);

    JsonNode avatar = profile().get("avatar");
    assertThat(avatar.text("attachmentId")).isEqualTo(form.attachmentId());
    assertThat(avatar.texts("assets")).containsOnlyKeys("64", "256", "512");
    assertThat(avatar.texts("assets").values())
        .allSatisfy(
            address -> assertThat(address).startsWith(CDN + "public/avatars/").endsWith(".jpg"));
  }

  private Form grant() {
    JsonNode form = ask("AvatarUploadHandler", "POST", "/avatars/key_upload");
    return new Form(
        form.text("receipt"),
        form.text("attachmentId"),
        URI.create(form.text("url")),
        form.texts("fields"));
  }

  private JsonNode profile() {
    return ask("ServiceApiHandler", "GET", "/api/profile/me");
  }

  private JsonNode ask(String handler, String method, String path) {
    Map<String, String> headers = Map.of("authorization", "Bearer " + issuer.token("uma", ""));
    JsonNode answer = JsonNode.parse(run(handler, Events.http(method, path, "", headers, "")));
    return JsonNode.parse(answer.text("body"));
  }

  private void handOver(String handler, Message one) {
    String event =
        Events.sqs(
            List.of(new Events.Message(one.messageId(), one.receiptHandle(), one.body(), 1)));
    assertThat(run(handler, event)).isEqualTo("{\"batchItemFailures\":[]}");
  }

  private String run(String handler, String event) {
    try (LambdaRuntime function =
        LambdaRuntime.start(
            LambdaRuntime.Start.of(folder, "dev.sallyport.lambda." + handler, variables))) {
      return switch (function.invoke(event, TIME)) {
        case Outcome.Answered(String body) -> body;
        case Outcome.Failed(String body) -> throw new AssertionError(body);
      };
    }
  }

  private void send(String purpose, String body) {
    sqs.sendMessage(message -> message.queueUrl(queue(purpose).toString()).messageBody(body));
  }

  private Message receive(String purpose) {
    return sqs.receiveMessage(from -> from.queueUrl(queue(purpose).toString()).waitTimeSeconds(20))
        .messages()
        .getFirst();
  }

  private static byte[] picture() throws IOException {
    BufferedImage image = new BufferedImage(1300, 1100, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(Color.ORANGE);
    pen.fillOval(100, 100, 900, 900);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpeg", out);
    return out.toByteArray();
  }
}
