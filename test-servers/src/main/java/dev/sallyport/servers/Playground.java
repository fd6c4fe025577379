package dev.sallyport.servers;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All servers, filled with what a deployment needs, save tables, which the product makes. They are
 * described in the words of {@code sallyport serve --config}.
 */
final class Playground {
  private static final String QUARANTINE = "sallyport-quarantine";
  private static final String CLEAN = "sallyport-clean";
  private static final String ASSETS = "sallyport-assets";

  /** Begins a comment, since no setting of the server knows its users. */
  static final String SIGN_IN = "# sign-in";

  /** As a queue of the product is declared: five receptions, then the dead letters. */
  private static final int RECEIVES = 5;

  private Playground() {}

  /** Starts them and returns where they are, as the settings of a server. */
  static Map<String, String> start(boolean ceph) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("region", "us-east-1");
    URI arrivals = queues(settings);
    if (ceph) {
      ceph(settings, arrivals);
    } else {
      s3Proxy(settings, arrivals);
    }
    settings.put("quarantine-bucket", QUARANTINE);
    settings.put("clean-bucket", CLEAN);
    settings.put("assets-bucket", ASSETS);
    settings.put("assets-url", settings.get("s3-endpoint") + "/" + ASSETS);
    settings.put("dynamodb-endpoint", DynamoDbLocal.shared().uri().toString());
    settings.put("table-prefix", "sallyport");
    settings.put("create-tables", "on");
    settings.put("page-token-key", sealingKey());
    cognito(settings);
    return settings;
  }

  /** Base64 has the digits of hexadecimal too: 40 of them are 30 bytes, 80 are 60. */
  private static String sealingKey() {
    return RandomKeys.make().secretKey() + RandomKeys.make().secretKey();
  }

  /** Returns the queue that is told of arrivals. */
  private static URI queues(Map<String, String> settings) {
    settings.put("sqs-endpoint", ElasticMq.shared().uri().toString());
    List.of("audit", "renditions", "heat-map", "activity", "pictures", "tracker")
        .forEach(name -> queue(settings, name));
    return queue(settings, "sanitization");
  }

  private static URI queue(Map<String, String> settings, String name) {
    ElasticMq sqs = ElasticMq.shared();
    URI url = sqs.queueWithDeadLetters(name, RECEIVES);
    settings.put(name + "-queue", url.toString());
    settings.put(name + "-dead-queue", sqs.queue(name + "-dead").toString());
    return url;
  }

  private static void s3Proxy(Map<String, String> settings, URI arrivals) {
    S3ProxyServer s3 = S3ProxyServer.shared();
    List.of(QUARANTINE, CLEAN, ASSETS).forEach(s3::versionedBucket);
    s3.notifyQueue(QUARANTINE, arrivals);
    settings.put("access-key-id", s3.accessKey());
    settings.put("secret-access-key", s3.secretKey());
    settings.put("s3-endpoint", s3.uri().toString());
  }

  private static void ceph(Map<String, String> settings, URI arrivals) {
    CephRgw s3 = CephRgw.shared();
    List.of(QUARANTINE, CLEAN, ASSETS).forEach(s3::versionedBucket);
    s3.notifyQueue(QUARANTINE, arrivals);
    settings.put("access-key-id", s3.accessKey());
    settings.put("secret-access-key", s3.secretKey());
    settings.put("s3-endpoint", s3.uri().toString());
  }

  private static void cognito(Map<String, String> settings) {
    CognitoLocal cognito = CognitoLocal.shared();
    String pool = cognito.pool("sallyport");
    String password = "Aa1-" + RandomKeys.make().secretKey();
    cognito.user(pool, "admin", password, List.of("admin"));
    settings.put("cognito-endpoint", cognito.uri().toString());
    settings.put("issuer", cognito.issuer(pool).toString());
    settings.put("user-pool-id", pool);
    settings.put("client-id", cognito.client(pool, "sallyport"));
    settings.put(SIGN_IN, "user admin, password " + password);
  }
}
