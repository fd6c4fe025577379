package dev.sallyport.servers;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All servers, filled with what a deployment needs, save tables, which the product makes. */
final class Playground {
  private static final String QUARANTINE = "sallyport-quarantine";
  private static final String CLEAN = "sallyport-clean";
  private static final String RETAINED = "sallyport-retained";

  /** As a queue of the product is declared: five receptions, then the dead letters. */
  private static final int RECEIVES = 5;

  private Playground() {}

  /** Starts them and returns where they are, as the settings of a server. */
  static Map<String, String> start(boolean ceph) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("aws-region", "us-east-1");
    URI arrivals = queues(settings);
    if (ceph) {
      ceph(settings, arrivals);
    } else {
      s3Proxy(settings, arrivals);
    }
    settings.put("quarantine-bucket", QUARANTINE);
    settings.put("clean-bucket", CLEAN);
    settings.put("retained-bucket", RETAINED);
    settings.put("dynamodb-endpoint", DynamoDbLocal.shared().uri().toString());
    settings.put("table", "sallyport");
    cognito(settings);
    return settings;
  }

  /** Returns the queue that is told of arrivals. */
  private static URI queues(Map<String, String> settings) {
    settings.put("sqs-endpoint", ElasticMq.shared().uri().toString());
    queue(settings, "audit");
    return queue(settings, "sanitization");
  }

  private static URI queue(Map<String, String> settings, String name) {
    ElasticMq sqs = ElasticMq.shared();
    URI url = sqs.queueWithDeadLetters(name, RECEIVES);
    settings.put(name + "-queue", url.toString());
    settings.put(name + "-dead-letters", sqs.queue(name + "-dead").toString());
    return url;
  }

  private static void s3Proxy(Map<String, String> settings, URI arrivals) {
    S3ProxyServer s3 = S3ProxyServer.shared();
    List.of(QUARANTINE, CLEAN, RETAINED).forEach(s3::versionedBucket);
    s3.notifyQueue(QUARANTINE, arrivals);
    settings.put("aws-access-key", s3.accessKey());
    settings.put("aws-secret-key", s3.secretKey());
    settings.put("s3-endpoint", s3.uri().toString());
  }

  private static void ceph(Map<String, String> settings, URI arrivals) {
    CephRgw s3 = CephRgw.shared();
    List.of(QUARANTINE, CLEAN, RETAINED).forEach(s3::versionedBucket);
    s3.notifyQueue(QUARANTINE, arrivals);
    settings.put("aws-access-key", s3.accessKey());
    settings.put("aws-secret-key", s3.secretKey());
    settings.put("s3-endpoint", s3.uri().toString());
  }

  private static void cognito(Map<String, String> settings) {
    CognitoLocal cognito = CognitoLocal.shared();
    String pool = cognito.pool("sallyport");
    String password = "Aa1-" + RandomKeys.make().secretKey();
    cognito.user(pool, "admin", password, List.of("admin"));
    settings.put("cognito-endpoint", cognito.uri().toString());
    settings.put("cognito-issuer", cognito.issuer(pool).toString());
    settings.put("cognito-pool", pool);
    settings.put("cognito-client", cognito.client(pool, "sallyport"));
    settings.put("cognito-user", "admin");
    settings.put("cognito-password", password);
  }
}
