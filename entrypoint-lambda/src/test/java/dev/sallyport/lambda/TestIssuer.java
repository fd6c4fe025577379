package dev.sallyport.lambda;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/** Issues access tokens as Cognito does and publishes its key on loopback. */
final class TestIssuer implements AutoCloseable {
  static final String CLIENT = "testclient";

  private final KeyPair pair;
  private final HttpServer server;
  private final AtomicInteger fetches = new AtomicInteger();

  TestIssuer() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      pair = generator.generateKeyPair();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] keys = keys().getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          fetches.incrementAndGet();
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    server.start();
  }

  URI issuer() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** How often somebody asked for the key. */
  int fetches() {
    return fetches.get();
  }

  String token(String user, String groups) {
    return token(user, groups, Instant.now().plusSeconds(3600));
  }

  /** Returns a genuine token that is good until then, issued an hour before. */
  String token(String user, String groups, Instant end) {
    String claims =
        ("{\"sub\":\"5f0c6b0e-3d0a-4a52-9d7b-%012d\",\"cognito:groups\":[%s],\"iss\":\"%s\","
                + "\"client_id\":\"%s\",\"token_use\":\"access\",\"username\":\"%s\",\"iat\":%d,"
                + "\"exp\":%d}")
            .formatted(
                user.length(),
                groups,
                issuer(),
                CLIENT,
                user,
                end.getEpochSecond() - 3601,
                end.getEpochSecond());
    String signed = base64("{\"kid\":\"k1\",\"alg\":\"RS256\"}") + "." + base64(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String keys() {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"alg\":\"RS256\",\"kid\":\"k1\",\"n\":\"%s\",\"e\":\"%s\"}]}"
        .formatted(number(key.getModulus()), number(key.getPublicExponent()));
  }

  private static String number(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return base64(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
