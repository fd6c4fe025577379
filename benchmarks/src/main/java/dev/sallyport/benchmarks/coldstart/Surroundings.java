package dev.sallyport.benchmarks.coldstart;

import dev.sallyport.aws.shared.AwsService;
import dev.sallyport.aws.shared.AwsSettings;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.benchmarks.frame.BenchmarkFailedException;
import dev.sallyport.domain.attachment.policy.SigningCredentials;
import dev.sallyport.servers.DynamoDbLocal;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/** The services around a function, the variables that tell it of them, and events for it. */
final class Surroundings implements AutoCloseable {
  private static final String REGION = "eu-central-1";
  private static final String ACCESS_KEY = "AKIAIOSFODNN7EXAMPLE";
  private static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final TableSettings TABLES = TableSettings.of("bench");
  private static final String BUCKET = "bench-quarantine";

  private final TokenIssuer issuer;
  private final Clock clock;

  private Surroundings(TokenIssuer issuer, Clock clock) {
    this.issuer = issuer;
    this.clock = clock;
  }

  /** Starts DynamoDB Local, which ends with this JVM, and makes the tables. */
  static Surroundings start(Clock clock) {
    URI dynamoDb = DynamoDbLocal.shared().uri();
    AwsSettings settings =
        new AwsSettings(
            REGION,
            Optional.of(new SigningCredentials(ACCESS_KEY, SECRET_KEY, Optional.empty())),
            Map.of(AwsService.DYNAMODB, dynamoDb));
    try (SdkHttpClient http = UrlConnectionHttpClient.create()) {
      DaggerTablesComponent.factory().create(settings, TABLES, http).tables().createMissing();
      return new Surroundings(TokenIssuer.start(), clock);
    } catch (IOException | GeneralSecurityException e) {
      throw new BenchmarkFailedException("keys for tokens cannot be published", e);
    }
  }

  /** What Lambda gives every function, and where the service is. */
  private static Map<String, String> everywhere() {
    Map<String, String> variables = new HashMap<>();
    variables.put("AWS_ACCESS_KEY_ID", ACCESS_KEY);
    variables.put("AWS_SECRET_ACCESS_KEY", SECRET_KEY);
    variables.put("AWS_SESSION_TOKEN", "of-no-session");
    variables.put("AWS_DEFAULT_REGION", REGION);
    variables.put("AWS_ENDPOINT_URL_DYNAMODB", DynamoDbLocal.shared().uri().toString());
    return variables;
  }

  Map<String, String> ofAuthorizer() {
    return Map.of(
        "SALLYPORT_ISSUER", issuer.name(),
        "SALLYPORT_CLIENT_IDS", TokenIssuer.CLIENT,
        "SALLYPORT_JWKS_URL", issuer.keySet().toString());
  }

  Map<String, String> ofService() {
    Map<String, String> variables = everywhere();
    variables.putAll(ofAuthorizer());
    variables.put("SALLYPORT_TABLE_PREFIX", TABLES.prefix());
    variables.put("SALLYPORT_QUARANTINE_BUCKET", BUCKET);
    variables.put("SALLYPORT_CLEAN_BUCKET", "bench-clean");
    variables.put("SALLYPORT_PAGE_TOKEN_KEY", Base64.getEncoder().encodeToString(new byte[32]));
    // As many starts as somebody likes, all from one address.
    variables.put("SALLYPORT_QUOTA_OBJECTS", "1000000");
    variables.put("SALLYPORT_QUOTA_BYTES", "100000GiB");
    variables.put("SALLYPORT_QUARANTINE_BYTES", "100000GiB");
    return variables;
  }

  Map<String, String> ofPeers() {
    Map<String, String> variables = everywhere();
    variables.put("UPLOAD_TABLE", TABLES.attachments());
    variables.put("UPLOAD_BUCKET", BUCKET);
    return variables;
  }

  /** Asks for one encrypted form, as an HTTP API hands that over. */
  String uploadEvent() {
    return event("POST", "/service/upload", "", "{\\\"encryptedPosts\\\":1,\\\"plainPosts\\\":0}");
  }

  /** Asks whether a genuine token is one. */
  String authorizerEvent() {
    try {
      return event(
          "GET",
          "/service/reports",
          "\"authorization\":\"Bearer " + issuer.token(clock) + "\",",
          "");
    } catch (GeneralSecurityException e) {
      throw new BenchmarkFailedException("a token cannot be signed", e);
    }
  }

  /** An event with everything around it that a reader has to pass over. */
  private static String event(String method, String path, String header, String body) {
    return """
    {"version":"2.0","routeKey":"%1$s %2$s","rawPath":"%2$s","rawQueryString":"",\
    "headers":{"accept":"*/*",%3$s"content-type":"application/json","host":"api.example",\
    "user-agent":"bench","x-amzn-trace-id":"Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700",\
    "x-forwarded-for":"192.0.2.7","x-forwarded-port":"443","x-forwarded-proto":"https"},\
    "requestContext":{"accountId":"123456789012","apiId":"bench","domainName":"api.example",\
    "http":{"method":"%1$s","path":"%2$s","protocol":"HTTP/1.1","sourceIp":"192.0.2.7",\
    "userAgent":"bench"},"requestId":"bench","routeKey":"%1$s %2$s","stage":"$default",\
    "timeEpoch":1795000000000},"body":"%4$s","isBase64Encoded":false}\
    """
        .formatted(method, path, header, body);
  }

  @Override
  public void close() {
    issuer.close();
  }
}
