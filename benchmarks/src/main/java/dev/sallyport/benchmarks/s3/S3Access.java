package dev.sallyport.benchmarks.s3;

import dev.sallyport.aws.shared.AwsService;
import dev.sallyport.aws.shared.AwsSettings;
import dev.sallyport.aws.storage.S3StorageSettings;
import dev.sallyport.domain.attachment.policy.SigningCredentials;
import dev.sallyport.servers.S3ProxyServer;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where the S3 server is, as one process tells another by variables.
 *
 * @param endpoint of the server
 * @param accessKey whose calls it takes
 * @param secretKey the secret to it
 * @param run what the names of both buckets begin with, another word in each run
 */
record S3Access(URI endpoint, String accessKey, String secretKey, String run) {
  private static final String REGION = "us-east-1";
  private static final String ENDPOINT_VARIABLE = "AWS_ENDPOINT_URL_S3";
  private static final String ACCESS_VARIABLE = "AWS_ACCESS_KEY_ID";
  private static final String RUN_VARIABLE = "BENCH_RUN";
  private static final String SECRET_VARIABLE = "AWS_SECRET_ACCESS_KEY";

  /** Starts S3Proxy in this process, once, and makes two new buckets. */
  static S3Access ofS3Proxy() {
    S3ProxyServer server = S3ProxyServer.shared();
    String run = "bench-" + Long.toHexString(System.nanoTime());
    S3Access access = new S3Access(server.uri(), server.accessKey(), server.secretKey(), run);
    server.versionedBucket(access.buckets().quarantine());
    server.versionedBucket(access.buckets().clean());
    return access;
  }

  static S3Access ofVariables(Map<String, String> variables) {
    return new S3Access(
        URI.create(required(variables, ENDPOINT_VARIABLE)),
        required(variables, ACCESS_VARIABLE),
        required(variables, SECRET_VARIABLE),
        required(variables, RUN_VARIABLE));
  }

  private static String required(Map<String, String> variables, String name) {
    return Optional.ofNullable(variables.get(name)).orElseThrow();
  }

  Map<String, String> variables() {
    return Map.of(
        ENDPOINT_VARIABLE,
        endpoint.toString(),
        ACCESS_VARIABLE,
        accessKey,
        SECRET_VARIABLE,
        secretKey,
        RUN_VARIABLE,
        run);
  }

  AwsSettings settings() {
    return new AwsSettings(
        REGION,
        Optional.of(SigningCredentials.of(accessKey, secretKey)),
        Map.of(AwsService.S3, endpoint));
  }

  S3StorageSettings buckets() {
    return S3StorageSettings.of(run + "-quarantine", run + "-clean");
  }

  @Override
  public String toString() {
    return "S3Access[" + endpoint + "]";
  }
}
