package dev.sallyport.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.utils.StringInputStream;

/**
 * The few calls to an S3 server that prepare it, signed by the SDK and sent by the JDK, so that
 * this room brings no HTTP client of the SDK to those who test theirs.
 */
final class SignedCalls {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  private final URI server;
  private final RandomKeys keys;

  SignedCalls(URI server, RandomKeys keys) {
    this.server = server;
    this.keys = keys;
  }

  /** Makes a bucket that keeps versions; one that is there already may be the caller's own. */
  void versionedBucket(String bucket) {
    put("/" + bucket, "");
    put(
        "/" + bucket + "?versioning=",
        "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
  }

  /** Replaces a configuration of a bucket. */
  void put(String pathAndQuery, String xml) {
    call(SdkHttpMethod.PUT, pathAndQuery, "s3", "application/xml", xml);
  }

  /** Calls an operation of the query protocol and returns the answer's body. */
  String post(String service, String form) {
    return call(SdkHttpMethod.POST, "/", service, "application/x-www-form-urlencoded", form);
  }

  private String call(
      SdkHttpMethod method, String pathAndQuery, String service, String type, String body) {
    URI uri = server.resolve(pathAndQuery);
    HttpRequest.Builder sent =
        HttpRequest.newBuilder(uri)
            .timeout(PATIENCE)
            .method(method.name(), BodyPublishers.ofString(body));
    signed(method, uri, service, type, body)
        .request()
        .forEachHeader((name, values) -> {
          // The client writes these two itself, from the same address and body.
          if (!name.equalsIgnoreCase("Host") && !name.equalsIgnoreCase("Content-Length")) {
            values.forEach(value -> sent.header(name, value));
          }
        });
    try {
      HttpResponse<String> answer = HTTP.send(sent.build(), BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new IllegalStateException(
            method + " " + uri + " was answered " + answer.statusCode() + ": " + answer.body());
      }
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private SignedRequest signed(
      SdkHttpMethod method, URI uri, String service, String type, String body) {
    SdkHttpRequest request =
        SdkHttpRequest.builder().method(method).uri(uri).putHeader("Content-Type", type).build();
    return AwsV4HttpSigner.create()
        .sign(sign ->
            sign.identity(AwsCredentialsIdentity.create(keys.accessKey(), keys.secretKey()))
                .request(request)
                .payload(() -> new StringInputStream(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1"));
  }
}
