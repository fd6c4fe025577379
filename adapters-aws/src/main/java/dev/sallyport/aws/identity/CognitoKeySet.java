package dev.sallyport.aws.identity;

import dev.sallyport.application.identity.port.KeySetSource;
import dev.sallyport.application.shared.PortUnavailableException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Fetches the keys of a user pool from <a
 * href="https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html">its
 * one address</a>: no redirects, no proxy, at most 64 KiB, {@link #DEADLINE} for all of it.
 *
 * <p>By {@link HttpURLConnection}, which is ready in a tenth of the time that the JDK's newer
 * client needs. Its own time-outs bound each wait and not their sum, so a watcher closes the
 * connection of a publisher that answers a byte at a time.
 */
final class CognitoKeySet implements KeySetSource {
  static final int MOST_BYTES = 64 * 1024;

  static final Duration DEADLINE = Duration.ofSeconds(4);

  private static final int CONNECT_MILLIS = 1_500;
  private static final int READ_MILLIS = 2_000;

  private final KeySetAddress address;
  private final Duration deadline;

  @Inject
  CognitoKeySet(KeySetAddress address) {
    this(address, DEADLINE);
  }

  CognitoKeySet(KeySetAddress address, Duration deadline) {
    this.address = address;
    this.deadline = deadline;
  }

  @Override
  public String fetch() {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) address.uri().toURL().openConnection(Proxy.NO_PROXY);
      CountDownLatch done = new CountDownLatch(1);
      Thread.ofVirtual().name("key-set-deadline").start(() -> watch(connection, done));
      try {
        return fetch(connection);
      } finally {
        done.countDown();
      }
    } catch (IOException e) {
      throw new PortUnavailableException("the key set cannot be fetched", e);
    }
  }

  private void watch(HttpURLConnection connection, CountDownLatch done) {
    try {
      if (!done.await(deadline.toMillis(), TimeUnit.MILLISECONDS)) {
        connection.disconnect();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String fetch(HttpURLConnection connection) throws IOException {
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setConnectTimeout(CONNECT_MILLIS);
    connection.setReadTimeout(READ_MILLIS);
    connection.setRequestProperty("Accept", "application/json");
    int status = connection.getResponseCode();
    if (status != HttpURLConnection.HTTP_OK) {
      connection.disconnect();
      throw new IOException("status " + status);
    }
    try (InputStream body = connection.getInputStream()) {
      byte[] bytes = body.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        connection.disconnect();
        throw new IOException("more than 64 KiB");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
