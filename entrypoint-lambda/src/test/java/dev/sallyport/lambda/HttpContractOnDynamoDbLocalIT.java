package dev.sallyport.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.http.HttpContract;
import dev.sallyport.contract.http.HttpDriver.Received;
import dev.sallyport.lambda.settings.LambdaEnvironment;
import dev.sallyport.lambda.settings.Part;
import dev.sallyport.servers.DynamoDbLocal;
import dev.sallyport.servers.ElasticMq;
import dev.sallyport.servers.S3ProxyServer;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The functions together keep the contract of every entrypoint, on S3Proxy and ElasticMQ too. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HttpContractOnDynamoDbLocalIT implements HttpContract {
  private static final String ORIGIN = "https://portal.example.org";

  private final TestIssuer issuer = new TestIssuer();
  private GatewayFront front;
  private QueueFront poller;
  private SqsClient sqs;
  private ScheduleHandler schedule;

  @BeforeAll
  void start() {
    S3ProxyServer s3 = S3ProxyServer.shared();
    TestCredentials.set();
    String name = "t" + UUID.randomUUID();
    URI queue = ElasticMq.shared().queueWithDeadLetters(name, 5);
    s3.versionedBucket(name + "-quarantine");
    s3.versionedBucket(name + "-clean");
    s3.notifyQueue(name + "-quarantine", queue);
    LambdaEnvironment environment = new LambdaEnvironment(variables(name, queue));
    DaggerTablesComponent.factory()
        .create(Clock.systemUTC(), environment.read(Part.AWS, Part.TABLES))
        .setup()
        .createMissing();
    sqs =
        SqsClient.builder()
            .region(Region.EU_CENTRAL_1)
            .endpointOverride(ElasticMq.shared().uri())
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("AK", "SK")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    schedule = new ScheduleHandler(environment);
    poller = new QueueFront(sqs, queue, new SanitizationHandler(environment));
    front =
        new GatewayFront(
            new ServiceApiHandler(environment),
            new AuthHandler(environment),
            new FileSlaErrorHandler(environment),
            new MigrationHandler(environment),
            new AvatarUploadHandler(environment),
            new QueuesHandler(environment));
  }

  private Map<String, String> variables(String name, URI queue) {
    Map<String, String> variables = new HashMap<>();
    variables.put("AWS_REGION", "us-east-1");
    variables.put("AWS_LAMBDA_FUNCTION_NAME", "contract");
    variables.put("AWS_ENDPOINT_URL_S3", S3ProxyServer.shared().uri().toString());
    variables.put("AWS_ENDPOINT_URL_SQS", ElasticMq.shared().uri().toString());
    variables.put("AWS_ENDPOINT_URL_DYNAMODB", DynamoDbLocal.shared().uri().toString());
    variables.put("SALLYPORT_ISSUER", issuer.issuer().toString());
    variables.put("SALLYPORT_CLIENT_IDS", TestIssuer.CLIENT);
    variables.put("SALLYPORT_CLIENT_ID", TestIssuer.CLIENT);
    variables.put("SALLYPORT_PAGE_TOKEN_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    variables.put("SALLYPORT_TABLE_PREFIX", name);
    variables.put("SALLYPORT_QUARANTINE_BUCKET", name + "-quarantine");
    variables.put("SALLYPORT_CLEAN_BUCKET", name + "-clean");
    variables.put("SALLYPORT_ASSETS_URL", "https://cdn.example.org");
    variables.put("SALLYPORT_SANITIZATION_QUEUE", queue.toString());
    variables.put(
        "SALLYPORT_SANITIZATION_DEAD_QUEUE", ElasticMq.shared().queue(name + "-dead").toString());
    for (String other :
        List.of("AUDIT", "HEAT_MAP", "TRACKER", "ACTIVITY", "RENDITIONS", "PICTURES")) {
      URI url = ElasticMq.shared().queueWithDeadLetters(name + "-" + other, 5);
      variables.put("SALLYPORT_" + other + "_QUEUE", url.toString());
      variables.put("SALLYPORT_" + other + "_DEAD_QUEUE", url + "-dead");
    }
    variables.put("SALLYPORT_CORS_ORIGIN", ORIGIN);
    return variables;
  }

  @AfterAll
  void stop() throws InterruptedException {
    front.close();
    assertThat(poller.stop()).isZero();
    sqs.close();
    issuer.close();
  }

  @Override
  public URI base() {
    return front.base();
  }

  @Override
  public void tick() {
    schedule.handleRequest(
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream(),
        new FixedContext("tick", 900_000));
  }

  @Override
  public String adminToken() {
    return issuer.token("ann", "\"admin\"");
  }

  @Override
  public String triagerToken() {
    return issuer.token("thomas", "\"triager\"");
  }

  @Override
  public String userToken() {
    return issuer.token("ursula", "");
  }

  @Test
  void aGenuineTokenThatHasExpiredOpensNothing() {
    String expired = issuer.token("ann", "\"admin\"", Instant.now().minusSeconds(120));
    for (String path :
        List.of(
            "/service/reports",
            "/service/operations/limits",
            "/service/operations/queues",
            "/service/operations/migrations",
            "/file_sla_errors?day=2026-11-21",
            "/api/profile/me")) {
      Received answer = driver().send("GET", path).as(expired).send();
      assertThat(answer.status()).as(path).isEqualTo(401);
      assertThat(answer.header("www-authenticate")).contains("invalid_token");
    }
    Received grant = driver().send("POST", "/avatars/key_upload").as(expired).send();
    assertThat(grant.status()).isEqualTo(401);
  }

  @Override
  public String allowedOrigin() {
    return ORIGIN;
  }
}
