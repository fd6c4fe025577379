package dev.sallyport.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.sallyport.lambda.settings.LambdaEnvironment;
import dev.sallyport.lambda.settings.Part;
import dev.sallyport.servers.DynamoDbLocal;
import dev.sallyport.servers.ElasticMq;
import dev.sallyport.servers.LambdaRuntime;
import dev.sallyport.servers.LambdaRuntime.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
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

/** Each function is started from its package by Amazon's runtime interface client. */
@ResourceLock(PackedFunctions.NATIVE_LIBRARY)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FunctionsInRuntimeIT {
  private static final Duration TIME = Duration.ofSeconds(30);
  private static final String HANDLERS = "dev.sallyport.lambda.";

  private final TestIssuer issuer = new TestIssuer();
  private final Queue<String> calls = new ConcurrentLinkedQueue<>();
  private Path folder;
  private HttpServer services;

  @BeforeAll
  void unpack(@TempDir Path temporary) throws IOException {
    folder = temporary;
    PackedFunctions.unpack(folder);
    services = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    services.createContext(
        "/",
        exchange -> {
          calls.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("X-Amz-Target"));
          byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    services.start();
  }

  @AfterAll
  void stop() {
    services.stop(0);
    issuer.close();
  }

  private Map<String, String> variables() {
    String endpoint = "http://127.0.0.1:" + services.getAddress().getPort();
    Map<String, String> variables = new HashMap<>();
    variables.put("SALLYPORT_ISSUER", issuer.issuer().toString());
    variables.put("SALLYPORT_CLIENT_IDS", TestIssuer.CLIENT);
    variables.put("SALLYPORT_CLIENT_ID", TestIssuer.CLIENT);
    variables.put("SALLYPORT_PAGE_TOKEN_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    variables.put("SALLYPORT_TABLE_PREFIX", "test");
    variables.put("SALLYPORT_QUARANTINE_BUCKET", "test-quarantine");
    variables.put("SALLYPORT_CLEAN_BUCKET", "test-clean");
    variables.put("SALLYPORT_ASSETS_BUCKET", "test-assets");
    variables.put("SALLYPORT_ASSETS_URL", "https://cdn.example.org");
    variables.put("SALLYPORT_SANITIZATION_QUEUE", endpoint + "/000000000000/sanitization");
    variables.put("SALLYPORT_SANITIZATION_DEAD_QUEUE", endpoint + "/000000000000/dead");
    variables.put("SALLYPORT_AUDIT_QUEUE", endpoint + "/000000000000/audit");
    variables.put("SALLYPORT_AUDIT_DEAD_QUEUE", endpoint + "/000000000000/audit-dead");
    variables.put("SALLYPORT_TRACKER_QUEUE", endpoint + "/000000000000/tracker");
    variables.put("SALLYPORT_TRACKER_DEAD_QUEUE", endpoint + "/000000000000/tracker-dead");
    variables.put("SALLYPORT_HEAT_MAP_QUEUE", endpoint + "/000000000000/heat");
    variables.put("SALLYPORT_HEAT_MAP_DEAD_QUEUE", endpoint + "/000000000000/heat-dead");
    for (String queue : List.of("activity", "pictures", "renditions")) {
      String variable = "SALLYPORT_" + queue.toUpperCase(Locale.ROOT);
      variables.put(variable + "_QUEUE", endpoint + "/000000000000/" + queue);
      variables.put(variable + "_DEAD_QUEUE", endpoint + "/000000000000/" + queue + "-dead");
    }
    for (String service :
        List.of("S3", "SQS", "DYNAMODB", "COGNITO_IDENTITY_PROVIDER", "SECRETS_MANAGER")) {
      variables.put("AWS_ENDPOINT_URL_" + service, endpoint);
    }
    variables.put("AWS_ACCESS_KEY_ID", "AKIATEST");
    variables.put("AWS_SECRET_ACCESS_KEY", "secret");
    return variables;
  }

  private LambdaRuntime start(String handler, String... options) {
    return LambdaRuntime.start(
        new LambdaRuntime.Start(folder, HANDLERS + handler, variables(), List.of(options), false));
  }

  private static String status(String method) {
    return Events.http(method, "/service/status", "", Map.of("accept", "*/*"), "");
  }

  private static String answered(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Answered(String body) -> body;
      case Outcome.Failed(String body) -> throw new AssertionError(body);
    };
  }

  @Test
  void theAuthorizerKnowsGenuineTokensAndLoadsNoClassOfTheSdk(@TempDir Path logs)
      throws IOException {
    Path loaded = logs.resolve("classes");
    try (LambdaRuntime function = start("AuthorizerHandler", "-Xlog:class+load:file=" + loaded)) {
      int before = issuer.fetches();
      Map<String, String> genuine =
          Map.of("authorization", "Bearer " + issuer.token("tess", "\"triager\""));
      for (int times = 0; times < 2; times++) {
        assertThat(answered(function.invoke(Events.authorizer("POST", "/avatars", genuine), TIME)))
            .isEqualTo("{\"isAuthorized\":true}");
      }
      assertThat(issuer.fetches()).as("the second invocation knows the keys").isEqualTo(before + 1);
      for (Map<String, String> wrong :
          List.of(
              Map.<String, String>of(),
              Map.of("authorization", "Basic dXNlcjpwYXNz"),
              Map.of("authorization", genuine.get("authorization") + "x"))) {
        assertThat(answered(function.invoke(Events.authorizer("POST", "/avatars", wrong), TIME)))
            .isEqualTo("{\"isAuthorized\":false}");
      }
      assertThat(
              answered(function.invoke(Events.authorizer("OPTIONS", "/avatars", Map.of()), TIME)))
          .isEqualTo("{\"isAuthorized\":true}");
      assertThat(function.printed())
          .contains("\"CloudWatchMetrics\"", "\"authorizer.answers\":1")
          .doesNotContain(issuer.token("tess", "").substring(0, 40));
    }
    assertThat(Files.readAllLines(loaded))
        .hasSizeGreaterThan(500)
        // The runtime itself has one class of this name.
        .filteredOn(line -> line.contains("software.amazon.awssdk."))
        .allSatisfy(line -> assertThat(line).contains("software.amazon.awssdk.utilslite."));
  }

  @Test
  void theServiceAnswersAndSpeaksToNobodyBeforeItHasTo() {
    calls.clear();
    try (LambdaRuntime function = start("ServiceApiHandler")) {
      for (int times = 0; times < 2; times++) {
        assertThat(answered(function.invoke(status("GET"), TIME)))
            .contains("\"statusCode\":200", "\\\"status\\\":\\\"online\\\"")
            .contains(
                "\"X-Request-Id\":\"00000000-0000-4000-8000-00000000000" + (times + 1) + "\"");
      }
      assertThat(answered(function.invoke(status("DELETE"), TIME))).contains("\"statusCode\":405");
    }
    assertThat(calls).isEmpty();
  }

  @Test
  void theFunctionOfPicturesGrantsAFormAndAnswersOptionsWithNothing() {
    Map<String, String> headers = Map.of("authorization", "Bearer " + issuer.token("uma", ""));
    String options = Events.http("OPTIONS", "/avatars/key_upload", "", Map.of(), "");
    String ask = Events.http("POST", "/avatars/key_upload", "", headers, "");
    try (LambdaRuntime function =
        LambdaRuntime.start(
            LambdaRuntime.Start.of(folder, HANDLERS + "AvatarUploadHandler", onTables()))) {
      assertThat(answered(function.invoke(options, TIME)))
          .contains("\"statusCode\":204")
          .doesNotContain("attachmentId");
      assertThat(answered(function.invoke(ask, TIME)))
          .contains("\"statusCode\":200", "avatars/", "x-amz-signature");
      assertThat(function.printed()).doesNotContain("x-amz-signature");
    }
  }

  @Test
  void theSubscribersAreDoneWithWhatIsNobodysAndSetAsideWhatIsNone() {
    String name = "subscriber-" + System.nanoTime();
    URI queue = ElasticMq.shared().queueWithDeadLetters(name, 5);
    Map<String, String> variables = onTables();
    variables.put("AWS_ENDPOINT_URL_SQS", ElasticMq.shared().uri().toString());
    variables.put("SALLYPORT_PICTURES_QUEUE", queue.toString());
    variables.put("SALLYPORT_PICTURES_DEAD_QUEUE", queue + "-dead");
    String picture =
        "{\"schema\":1,\"type\":\"AvatarReady\",\"subject\":\"u-1\",\"kind\":\"AVATAR\","
            + "\"attachmentId\":\"00000000-0000-4000-8000-000000000001\","
            + "\"grantedAt\":\"2026-11-21T10:00:00Z\",\"assets\":[{\"size\":64,"
            + "\"key\":\"public/a-64.jpg\"}],\"at\":\"2026-11-21T10:00:01Z\"}";
    try (SqsClient sqs = sqs();
        LambdaRuntime function =
            LambdaRuntime.start(
                LambdaRuntime.Start.of(folder, HANDLERS + "ProfilePictureHandler", variables))) {
      for (String body : List.of(picture, "{}")) {
        sqs.sendMessage(message -> message.queueUrl(queue.toString()).messageBody(body));
        Message one =
            sqs.receiveMessage(from -> from.queueUrl(queue.toString()).waitTimeSeconds(20))
                .messages()
                .getFirst();
        String event =
            Events.sqs(
                List.of(new Events.Message(one.messageId(), one.receiptHandle(), one.body(), 1)));
        assertThat(answered(function.invoke(event, TIME))).isEqualTo("{\"batchItemFailures\":[]}");
      }
      assertThat(function.printed())
          .contains("passed_over", "\"result\":\"done\"", "\"result\":\"dead\"");
    }
  }

  /** Returns variables of a deployment whose tables are there. */
  private Map<String, String> onTables() {
    TestCredentials.set();
    Map<String, String> variables = variables();
    variables.put("SALLYPORT_TABLE_PREFIX", "t" + UUID.randomUUID());
    variables.put("AWS_ENDPOINT_URL_DYNAMODB", DynamoDbLocal.shared().uri().toString());
    Map<String, String> here = new HashMap<>(variables);
    here.put("AWS_REGION", "eu-central-1");
    DaggerTablesComponent.factory()
        .create(Clock.systemUTC(), new LambdaEnvironment(here).read(Part.AWS, Part.TABLES))
        .setup()
        .createMissing();
    return variables;
  }

  @Test
  void theFunctionOfSlaErrorsRecordsARunOnce() {
    Map<String, String> variables = onTables();
    String run =
        "{\"sla_error\":[{\"folder\":\"/in/A\",\"sla\":20,\"files\":[{\"filename\":\"a.csv\","
            + "\"creationDate\":\"2026-11-21T10:00:00Z\"}]}]}";
    Map<String, String> headers =
        Map.of(
            "authorization",
            "Bearer " + issuer.token("uma", ""),
            "content-type",
            "application/json");
    String body = Base64.getEncoder().encodeToString(run.getBytes(StandardCharsets.UTF_8));
    String event = Events.http("POST", "/file_sla_error", "", headers, body);
    try (LambdaRuntime function =
        LambdaRuntime.start(
            LambdaRuntime.Start.of(folder, HANDLERS + "FileSlaErrorHandler", variables))) {
      assertThat(answered(function.invoke(event, TIME)))
          .contains("\"statusCode\":200", "\\\"accepted\\\":1,\\\"repeated\\\":0");
      assertThat(answered(function.invoke(event, TIME)))
          .contains("\"statusCode\":200", "\\\"accepted\\\":0,\\\"repeated\\\":1");
      assertThat(function.printed()).doesNotContain("/in/A", "a.csv");
    }
  }

  @Test
  void theFunctionOfMigrationsMakesEveryTableWhereThereIsNone() {
    TestCredentials.set();
    Map<String, String> variables = variables();
    variables.put("SALLYPORT_TABLE_PREFIX", "t" + UUID.randomUUID());
    variables.put("AWS_ENDPOINT_URL_DYNAMODB", DynamoDbLocal.shared().uri().toString());
    Map<String, String> headers =
        Map.of(
            "authorization",
            "Bearer " + issuer.token("ann", "\"admin\""),
            "content-type",
            "application/json");
    String path = "/service/operations/migrations";
    String body = encoded("{\"action\":\"MIGRATE\"}");
    String migrate = Events.http("POST", path, "", headers, body);
    try (LambdaRuntime function =
        LambdaRuntime.start(
            LambdaRuntime.Start.of(folder, HANDLERS + "MigrationHandler", variables))) {
      assertThat(answered(function.invoke(Events.http("GET", path, "", headers, ""), TIME)))
          .contains("\"statusCode\":200", "PENDING")
          .doesNotContain("APPLIED");
      assertThat(answered(function.invoke(migrate, TIME)))
          .contains("\"statusCode\":200", "FINISHED", "create_tables");
      assertThat(answered(function.invoke(migrate, TIME)))
          .contains("\"statusCode\":200", "\\\"runs\\\":[]");
    }
    Map<String, String> here = new HashMap<>(variables);
    here.put("AWS_REGION", "eu-central-1");
    assertThat(
            DaggerTablesComponent.factory()
                .create(Clock.systemUTC(), new LambdaEnvironment(here).read(Part.AWS, Part.TABLES))
                .setup()
                .problems())
        .isEmpty();
  }

  private static String encoded(String body) {
    return Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatIsNoEventIsReportedAndTheFunctionLivesOn() {
    try (LambdaRuntime function = start("ServiceApiHandler")) {
      for (String wrong : List.of("[]", "\"x\"", "17")) {
        assertThat(function.invoke(wrong, TIME))
            .isInstanceOfSatisfying(
                Outcome.Failed.class,
                failed -> assertThat(failed.body()).contains("errorType", "IOException"));
      }
      assertThat(answered(function.invoke(status("GET"), TIME))).contains("\"statusCode\":200");
    }
  }

  @Test
  void whatIsWrongWithVariablesIsReportedAllAtOnce() {
    Map<String, String> variables = variables();
    variables.remove("SALLYPORT_ISSUER");
    variables.remove("SALLYPORT_TABLE_PREFIX");
    variables.put("SALLYPORT_PAGE_TOKEN_KEY", "aHVudGVyMg==");
    variables.put("SALLYPORT_MISSPELT", "x");
    try (LambdaRuntime function =
        LambdaRuntime.start(
            LambdaRuntime.Start.of(folder, HANDLERS + "ServiceApiHandler", variables))) {
      assertThat(function.awaitInitError())
          .contains("SALLYPORT_ISSUER", "SALLYPORT_TABLE_PREFIX", "SALLYPORT_PAGE_TOKEN_KEY")
          .contains("SALLYPORT_MISSPELT", "ConfigurationException")
          .doesNotContain("aHVudGVyMg");
    }
  }

  @Test
  void aFunctionPractisesBeforeItsSnapshotWithoutTraceOrConnection() {
    calls.clear();
    for (String handler :
        List.of(
            "ServiceApiHandler",
            "AuthHandler",
            "FileSlaErrorHandler",
            "MigrationHandler",
            "AvatarUploadHandler",
            "QueuesHandler",
            "AuthorizerHandler")) {
      int before = issuer.fetches();
      try (LambdaRuntime function =
          LambdaRuntime.start(
              new LambdaRuntime.Start(folder, HANDLERS + handler, variables(), List.of(), true))) {
        function.awaitCheckpoint();
        assertThat(calls).isEmpty();
        assertThat(issuer.fetches()).isEqualTo(before);
        function.restore();
        function.awaitReady();
        assertThat(function.printed()).doesNotContain("_aws", "thrown");
      }
    }
  }

  @Test
  void aTestEventOfS3IsDoneWithAndWhatIsNoneGoesToTheDeadLetters() {
    String name = "runtime-" + System.nanoTime();
    URI queue = ElasticMq.shared().queueWithDeadLetters(name, 5);
    String dead = queue + "-dead";
    Map<String, String> variables = variables();
    variables.put("AWS_ENDPOINT_URL_SQS", ElasticMq.shared().uri().toString());
    variables.put("SALLYPORT_SANITIZATION_QUEUE", queue.toString());
    variables.put("SALLYPORT_SANITIZATION_DEAD_QUEUE", dead);
    try (SqsClient sqs = sqs();
        LambdaRuntime function =
            LambdaRuntime.start(
                LambdaRuntime.Start.of(folder, HANDLERS + "SanitizationHandler", variables))) {
      for (String body : List.of(Events.s3Test(), "{")) {
        sqs.sendMessage(message -> message.queueUrl(queue.toString()).messageBody(body));
      }
      for (int received = 0; received < 2; received++) {
        Message one =
            sqs.receiveMessage(from -> from.queueUrl(queue.toString()).waitTimeSeconds(20))
                .messages()
                .getFirst();
        String event =
            Events.sqs(
                List.of(new Events.Message(one.messageId(), one.receiptHandle(), one.body(), 1)));
        assertThat(answered(function.invoke(event, TIME))).isEqualTo("{\"batchItemFailures\":[]}");
      }
      assertThat(function.printed()).contains("\"result\":\"done\"", "\"result\":\"dead\"");
      assertThat(sqs.receiveMessage(from -> from.queueUrl(dead).waitTimeSeconds(20)).messages())
          .singleElement()
          .extracting(Message::body)
          .isEqualTo("{");
    }
  }

  private static SqsClient sqs() {
    return SqsClient.builder()
        .region(Region.EU_CENTRAL_1)
        .endpointOverride(ElasticMq.shared().uri())
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AK", "SK")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  @Test
  void messagesThatThereIsNoTimeForGoBackAtOnce() {
    calls.clear();
    try (LambdaRuntime function = start("SanitizationHandler")) {
      assertThat(answered(function.invoke(batch(), Duration.ofSeconds(30))))
          .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"m2\"}]}");
    }
    assertThat(calls).singleElement().asString().contains("AmazonSQS.ChangeMessageVisibility");
  }

  private static String batch() {
    return Events.sqs(
        List.of(
            new Events.Message("m1", "h1", Events.s3Test(), 1),
            new Events.Message("m2", "h2", "{", 3)));
  }

  @Test
  void theOutboxFunctionLooksIntoTheOutboxWhateverWakesIt() {
    calls.clear();
    try (LambdaRuntime function = start("OutboxHandler")) {
      String schedule =
          "{\"version\":\"0\",\"id\":\"89d1a02d-5ec7-412e-82f5-13505f849b41\",\"detail-type\":\"Scheduled"
              + " Event\",\"source\":\"aws.events\",\"account\":\"123456789012\",\"time\":"
              + "\"2026-03-10T05:16:23Z\",\"region\":\"eu-central-1\",\"resources\":[],\"detail\":{}}";
      function.invoke(schedule, TIME);
      function.invoke("{}", TIME);
    }
    assertThat(calls).anySatisfy(call -> assertThat(call).contains("DynamoDB_20120810.Query"));
  }

  @Test
  void aCustomResourceOfAnybodyElseIsNotEvenLookedAt() {
    calls.clear();
    try (LambdaRuntime function = start("PatchS3NotificationsHandler")) {
      String url =
          "http://127.0.0.1:" + services.getAddress().getPort() + "/steal?X-Amz-Signature=s3cret";
      Outcome outcome = function.invoke(Events.customResource("Create", url, "{}"), TIME);
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Failed.class, failed -> assertThat(failed.body()).doesNotContain("s3cret"));
      assertThat(function.printed()).doesNotContain("s3cret");
    }
    assertThat(calls).isEmpty();
  }
}
