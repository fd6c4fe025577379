package dev.sallyport.http.cli;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Reads the addresses that a deployment is told: where to listen and what clients call it. */
final class WebAddress {
  private WebAddress() {}

  /**
   * Reads an address to listen on; never asks a name service, so that a start does not depend on
   * one.
   *
   * @throws IllegalArgumentException for anything but numbers and {@code localhost}
   */
  static InetAddress listening(String text) {
    if (text.equals("localhost")) {
      return InetAddress.getLoopbackAddress();
    }
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException noAddress) {
      throw new IllegalArgumentException("not an IP address or 'localhost'", noAddress);
    }
  }

  /**
   * Reads scheme, host and port, as an origin has them (<a
   * href="https://www.rfc-editor.org/rfc/rfc6454#section-4">RFC 6454, section 4</a>); a single
   * slash after them is dropped.
   *
   * @throws IllegalArgumentException for another scheme than http and https, or more than an origin
   */
  static URI origin(String text) {
    URI url = parse(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    boolean isOrigin =
        url.getHost() != null
            && url.getRawUserInfo() == null
            && url.getRawPath().isEmpty()
            && url.getRawQuery() == null
            && url.getRawFragment() == null;
    if (!isOrigin || !(scheme.equals("http") || scheme.equals("https"))) {
      throw new IllegalArgumentException("not scheme, host and port, such as https://example.org");
    }
    return URI.create(url.toString().toLowerCase(Locale.ROOT));
  }

  /** Returns how clients on the same network reach a server that listens there. */
  static URI of(InetAddress host, int port) {
    String address = host.getHostAddress();
    return URI.create(
        "http://" + (address.indexOf(':') < 0 ? address : "[" + address + "]") + ":" + port);
  }

  private static URI parse(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException notAnAddress) {
      throw new IllegalArgumentException(
          "not scheme, host and port, such as https://example.org", notAnAddress);
    }
  }
}
