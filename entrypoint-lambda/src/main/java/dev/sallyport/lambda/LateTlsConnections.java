package dev.sallyport.lambda;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionFactory;

/**
 * Opens connections and leaves TLS to Java, which sets it up with the first connection that needs
 * it. The SDK's own factory reads every certificate that Java trusts as soon as it is made, which
 * is a quarter of a start with a class cache.
 *
 * <p>Unlike the SDK's, it knows of a proxy only from Java's system properties, not from variables
 * such as {@code HTTPS_PROXY}.
 *
 * <p>Time-outs are those of the SDK ({@code SdkHttpConfigurationOption}); each call has shorter
 * ones of its own besides.
 */
final class LateTlsConnections implements UrlConnectionFactory {
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration READ = Duration.ofSeconds(30);

  @Override
  public HttpURLConnection createConnection(URI uri) {
    try {
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout(Math.toIntExact(CONNECT.toMillis()));
      connection.setReadTimeout(Math.toIntExact(READ.toMillis()));
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
