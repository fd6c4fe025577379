package dev.sallyport.lambda;

import dev.sallyport.lambda.event.CustomResource;
import dev.sallyport.lambda.event.CustomResourceAnswer;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Puts an answer where CloudFormation waits for it: a presigned address of one of its own buckets
 * (<a
 * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-ug-custom-resource-endpoints.html">
 * custom resource response buckets</a>). Whoever can invoke the function names the address, so no
 * other host is ever called. The address is a secret and never logged.
 */
final class CloudFormationReply {
  private static final Pattern HOST =
      Pattern.compile(
          "cloudformation-custom-resource-response-[a-z0-9]{4,32}"
              + "\\.s3([.-][a-z0-9-]{4,32})?\\.amazonaws\\.com(\\.cn)?");
  private static final int ATTEMPTS = 3;
  private static final int CONNECT_MILLIS = 2_000;
  private static final int READ_MILLIS = 3_000;

  private final Wire wire;

  @Inject
  CloudFormationReply() {
    this(CloudFormationReply::put);
  }

  CloudFormationReply(Wire wire) {
    this.wire = wire;
  }

  /** Sends an answer once. */
  @FunctionalInterface
  interface Wire {
    /**
     * Puts it there.
     *
     * @return the status
     * @throws IOException when there is none
     */
    int put(URI address, byte[] body) throws IOException;
  }

  /** Returns whether an address is one of CloudFormation's. */
  static boolean isTrusted(String address) {
    try {
      URI uri = URI.create(address);
      return "https".equals(uri.getScheme())
          && uri.getRawUserInfo() == null
          && uri.getHost() != null
          && HOST.matcher(uri.getHost()).matches();
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  /**
   * Answers; repeats what fails, because a stack that gets no answer waits for an hour.
   *
   * @throws IOException when no attempt succeeds; says nothing of the address
   */
  void send(CustomResource request, CustomResourceAnswer answer) throws IOException {
    if (!isTrusted(request.responseUrl())) {
      throw new IOException("the response address is none of CloudFormation's");
    }
    byte[] body = answer.to(request);
    for (int attempt = 1; ; attempt++) {
      try {
        int status = wire.put(URI.create(request.responseUrl()), body);
        if (status == HttpURLConnection.HTTP_OK) {
          return;
        }
        throw new IOException("CloudFormation's bucket answers " + status);
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          // Without the cause: messages of connections name the address.
          throw new IOException("CloudFormation could not be answered");
        }
      }
    }
  }

  static int put(URI address, byte[] body) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
    try {
      connection.setRequestMethod("PUT");
      connection.setInstanceFollowRedirects(false);
      connection.setConnectTimeout(CONNECT_MILLIS);
      connection.setReadTimeout(READ_MILLIS);
      connection.setDoOutput(true);
      // The address was signed for a request without a type; left out, the JDK would send its own.
      connection.setRequestProperty("Content-Type", "");
      connection.setFixedLengthStreamingMode(body.length);
      try (OutputStream out = connection.getOutputStream()) {
        out.write(body);
      }
      return connection.getResponseCode();
    } finally {
      connection.disconnect();
    }
  }
}
