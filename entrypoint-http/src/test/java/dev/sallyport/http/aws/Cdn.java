package dev.sallyport.http.aws;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Stands in for a CDN with origin access control: reads one bucket with a key of its own and gives
 * everybody what is there, with the headers that the object was stored with.
 */
final class Cdn implements HttpHandler {
  /** What stands before a key. */
  static final String PATH = "/cdn";

  private final S3Client client;
  private final String bucket;

  Cdn(S3Client client, String bucket) {
    this.client = client;
    this.bucket = bucket;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String key = exchange.getRequestURI().getPath().substring(PATH.length() + 1);
    try (exchange) {
      ResponseBytes<GetObjectResponse> found =
          client.getObjectAsBytes(request -> request.bucket(bucket).key(key));
      byte[] bytes = found.asByteArray();
      exchange.getResponseHeaders().set("Content-Type", found.response().contentType());
      exchange.getResponseHeaders().set("Cache-Control", found.response().cacheControl());
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (S3Exception none) {
      exchange.sendResponseHeaders(none.statusCode(), -1);
    }
  }
}
