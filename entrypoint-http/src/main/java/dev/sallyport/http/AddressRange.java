package dev.sallyport.http;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * A network of IP addresses in CIDR notation (<a
 * href="https://www.rfc-editor.org/rfc/rfc4632#section-3.1">RFC 4632, section 3.1</a>).
 *
 * @param network any address of it
 * @param prefix how many leading bits its addresses share
 */
public record AddressRange(InetAddress network, int prefix) {
  /** Rejects a prefix that is longer than the address. */
  public AddressRange {
    if (prefix < 0 || prefix > network.getAddress().length * Byte.SIZE) {
      throw new IllegalArgumentException("not a network, such as 10.0.0.0/8");
    }
  }

  /**
   * Reads {@code 10.0.0.0/8}, {@code fd00::/8} or a single address; never asks a name service.
   *
   * @throws IllegalArgumentException for anything else
   */
  public static AddressRange parse(String text) {
    int slash = text.indexOf('/');
    InetAddress network = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
    int bits = network.getAddress().length * Byte.SIZE;
    return new AddressRange(network, slash < 0 ? bits : prefix(text.substring(slash + 1)));
  }

  private static int prefix(String digits) {
    if (!digits.matches("[0-9]{1,3}")) {
      throw new IllegalArgumentException("not a network, such as 10.0.0.0/8");
    }
    return Integer.parseInt(digits);
  }

  /** Tells whether the address is in this network; one of the other IP version never is. */
  public boolean contains(InetAddress address) {
    byte[] ours = network.getAddress();
    byte[] theirs = address.getAddress();
    int whole = prefix / Byte.SIZE;
    if (ours.length != theirs.length || !Arrays.equals(ours, 0, whole, theirs, 0, whole)) {
      return false;
    }
    int rest = prefix % Byte.SIZE;
    int mask = 0xff << (Byte.SIZE - rest) & 0xff;
    return rest == 0 || (ours[whole] & mask) == (theirs[whole] & mask);
  }
}
