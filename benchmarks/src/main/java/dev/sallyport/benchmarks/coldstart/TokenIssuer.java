package dev.sallyport.benchmarks.coldstart;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
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
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;

/** A user pool of one key, which it publishes on this machine, for the authorizer to fetch. */
final class TokenIssuer implements AutoCloseable {
  static final String CLIENT = "bench-client";

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final int KEY_BITS = 2048;
  private static final long LIFE_SECONDS = 3600;

  private final HttpServer server;
  private final KeyPair keys;

  private TokenIssuer(HttpServer server, KeyPair keys) {
    this.server = server;
    this.keys = keys;
  }

  static TokenIssuer start() throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(KEY_BITS);
    KeyPair keys = generator.generateKeyPair();
    byte[] published = keySet((RSAPublicKey) keys.getPublic()).getBytes(StandardCharsets.UTF_8);
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, published.length);
          exchange.getResponseBody().write(published);
          exchange.close();
        });
    server.start();
    return new TokenIssuer(server, keys);
  }

  /** Where its keys are. */
  URI keySet() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json");
  }

  /** What its tokens name as their issuer. */
  String name() {
    return "https://issuer.example";
  }

  /** Returns an access token that is valid for an hour. */
  String token(Clock clock) throws GeneralSecurityException {
    long now = clock.instant().getEpochSecond();
    String signed =
        encode("{\"alg\":\"RS256\",\"kid\":\"bench\"}")
            + "."
            + encode(
                """
                {"iss":"%s","sub":"7b0f3c52-0000-4000-8000-000000000001","client_id":"%s",\
                "token_use":"access","username":"triager","cognito:groups":["triager"],\
                "iat":%d,"exp":%d}\
                """
                    .formatted(name(), CLIENT, now, now + LIFE_SECONDS));
    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(signed.getBytes(StandardCharsets.US_ASCII));
    return signed + "." + BASE64.encodeToString(signature.sign());
  }

  private static String keySet(RSAPublicKey key) {
    return """
    {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"bench","n":"%s","e":"%s"}]}\
    """
        .formatted(encode(key.getModulus()), encode(key.getPublicExponent()));
  }

  private static String encode(BigInteger number) {
    byte[] bytes = number.toByteArray();
    int sign = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(Arrays.copyOfRange(bytes, sign, bytes.length));
  }

  private static String encode(String json) {
    return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
