package dev.sallyport.aws.identity;

import java.net.InetAddress;
import java.net.URI;

/**
 * Where the keys of a user pool are published.
 *
 * @param uri https, or http on this machine
 */
public record KeySetAddress(URI uri) {
  /** Rejects what could be read or changed on its way. */
  public KeySetAddress {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme();
    if (uri.getHost() == null
        || uri.getRawUserInfo() != null
        || uri.getRawFragment() != null
        || !(scheme.equals("https") || (scheme.equals("http") && isLoopback(uri.getHost())))) {
      throw new IllegalArgumentException("keys are fetched by https, or by http from loopback");
    }
  }

  /** Returns where Cognito publishes the keys of an issuer. */
  public static KeySetAddress ofIssuer(String issuer) {
    return new KeySetAddress(URI.create(issuer + "/.well-known/jwks.json"));
  }

  /** Never asks a name service: what a name stands for today may be another host tomorrow. */
  private static boolean isLoopback(String host) {
    if (host.equals("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(host).isLoopbackAddress();
    } catch (IllegalArgumentException aName) {
      return false;
    }
  }
}
