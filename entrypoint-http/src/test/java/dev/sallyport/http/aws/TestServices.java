package dev.sallyport.http.aws;

import com.sun.net.httpserver.HttpServer;
import dev.sallyport.contract.identity.TestIssuer;
import dev.sallyport.domain.attachment.policy.SigningCredentials;
import dev.sallyport.servers.DynamoDbLocal;
import dev.sallyport.servers.ElasticMq;
import dev.sallyport.servers.S3ProxyServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * What a deployment stands on: buckets, queues and tables of its own on servers in this JVM and
 * beside it, an issuer whose keys are published on loopback, and what everybody sees of the assets
 * bucket. The configuration file for it all.
 */
public final class TestServices implements AutoCloseable {
  private static final String REGION = "us-east-1";
  private static final String CLIENT_ID = "contract";
  private static final int RECEIVES = 50;
  private static final List<String> QUEUES =
      List.of("audit", "renditions", "heat-map", "activity", "pictures", "tracker");

  private final SdkHttpClient http = Apache5HttpClient.create();
  private final String name = "t" + UUID.randomUUID();
  private final S3ProxyServer objects = S3ProxyServer.shared();
  private final SigningCredentials key =
      SigningCredentials.of(objects.accessKey(), objects.secretKey());
  private final HttpServer keys;
  private final URI issuer;
  private final TestIssuer tokens;
  private final Map<String, String> lines = new LinkedHashMap<>();

  private TestServices(HttpServer keys) {
    this.keys = keys;
    this.issuer = URI.create("http://127.0.0.1:" + keys.getAddress().getPort() + "/pool");
    this.tokens = new TestIssuer(issuer.toString(), CLIENT_ID, Clock.systemUTC());
  }

  /** Names everything and publishes the keys; nothing named is there. */
  public static TestServices named() throws IOException {
    HttpServer keys =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 16);
    byte[] set = TestIssuer.keySet().getBytes(StandardCharsets.UTF_8);
    keys.createContext(
        "/pool/.well-known/jwks.json",
        exchange -> {
          exchange.sendResponseHeaders(200, set.length);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write(set);
          }
        });
    TestServices services = new TestServices(keys);
    keys.createContext(Cdn.PATH, new Cdn(services.s3(), services.assets()));
    keys.start();
    services.describe();
    return services;
  }

  /** Makes everything that it names; the start of a server makes the tables. */
  public static TestServices made() throws IOException {
    TestServices services = named();
    try (S3Client s3 = services.s3()) {
      s3.createBucket(request -> request.bucket(services.quarantine()));
      s3.createBucket(request -> request.bucket(services.clean()));
      s3.createBucket(request -> request.bucket(services.assets()));
    }
    URI queue = ElasticMq.shared().queueWithDeadLetters(services.name + "-sanitization", RECEIVES);
    for (String other : QUEUES) {
      ElasticMq.shared().queueWithDeadLetters(services.name + "-" + other, RECEIVES);
    }
    services.objects.notifyQueue(services.quarantine(), queue);
    return services.with("create-tables", "on");
  }

  private void describe() {
    lines.put("region", REGION);
    lines.put("access-key-id", key.accessKeyId());
    lines.put("secret-access-key", key.secretAccessKey());
    lines.put("s3-endpoint", objects.uri().toString());
    lines.put("sqs-endpoint", ElasticMq.shared().uri().toString());
    lines.put("dynamodb-endpoint", DynamoDbLocal.shared().uri().toString());
    lines.put("quarantine-bucket", quarantine());
    lines.put("clean-bucket", clean());
    lines.put("assets-bucket", assets());
    lines.put("assets-url", cdn());
    lines.put("object-pinning", "etag");
    lines.put("sanitization-queue", queue("sanitization"));
    lines.put("sanitization-dead-queue", queue("sanitization-dead"));
    for (String queue : QUEUES) {
      lines.put(queue + "-queue", queue(queue));
      lines.put(queue + "-dead-queue", queue(queue + "-dead"));
    }
    lines.put("table-prefix", name);
    lines.put("client-id", CLIENT_ID);
    lines.put("issuer", issuer.toString());
    lines.put("page-token-key", "c2VhbHMtbm8tdG9rZW4tb3V0c2lkZS1vZi10aGlzLXRlc3Q=");
    lines.put("rate-limit", "off");
  }

  /** Returns the bucket that forms post to. */
  public String quarantine() {
    return name + "-quarantine";
  }

  private String clean() {
    return name + "-clean";
  }

  /** Returns the bucket of what everybody may see. */
  public String assets() {
    return name + "-assets";
  }

  private String cdn() {
    return "http://127.0.0.1:" + keys.getAddress().getPort() + Cdn.PATH;
  }

  /** Returns the table of that purpose. */
  public String table(String purpose) {
    return name + "-" + purpose;
  }

  /** Returns the address of the queue of that purpose. */
  public String queue(String purpose) {
    return ElasticMq.shared().uri() + "/000000000000/" + name + "-" + purpose;
  }

  /** Changes or adds a line of the configuration file. */
  public TestServices with(String setting, String value) {
    lines.put(setting, value);
    return this;
  }

  /** Writes the configuration file, for its owner only. */
  public Path write(Path folder) {
    try {
      Path file = folder.resolve("aws.properties");
      Files.writeString(
          file,
          lines.entrySet().stream()
              .map(line -> line.getKey() + "=" + line.getValue())
              .collect(Collectors.joining("\n", "# Written by a test.\n", "\n")));
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns an access token of a user in these groups. */
  public String token(String user, String... groups) {
    return tokens.accessToken(user, List.of(groups));
  }

  /** Returns a client of the store, to look behind the product. */
  public S3Client s3() {
    return S3Client.builder()
        .endpointOverride(objects.uri())
        .region(Region.of(REGION))
        .credentialsProvider(credentials())
        .forcePathStyle(true)
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .httpClient(http)
        .build();
  }

  /** Returns a client of the tables, to look behind the product. */
  public DynamoDbClient tables() {
    return DynamoDbClient.builder()
        .endpointOverride(DynamoDbLocal.shared().uri())
        .region(Region.of(REGION))
        .credentialsProvider(credentials())
        .httpClient(http)
        .build();
  }

  private StaticCredentialsProvider credentials() {
    return StaticCredentialsProvider.create(
        AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey()));
  }

  @Override
  public void close() {
    keys.stop(0);
    http.close();
  }
}
