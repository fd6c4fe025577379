package dev.sallyport.domain.attachment;

import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.shared.Sha256;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/**
 * Whom an upload is charged to: a signed-in subject, else a client address.
 *
 * <p>An address is kept only as a hash, and an IPv6 address only as its /64 network, because one
 * subscriber owns a whole /64 (<a href="https://www.rfc-editor.org/rfc/rfc6177">RFC 6177</a>) and
 * could otherwise have a fresh account for each call.
 *
 * @param value {@code subject:<id>} or {@code address:<64 hexadecimal digits>}
 */
public record QuotaAccount(String value) {
  /** Rejects text that neither factory makes. */
  public QuotaAccount {
    if (!value.startsWith("subject:") && !value.startsWith("address:")) {
      throw new IllegalArgumentException("not a quota account");
    }
  }

  /** Returns the account of a signed-in user. */
  public static QuotaAccount of(Subject subject) {
    return new QuotaAccount("subject:" + subject.value());
  }

  /** Returns the account of whoever calls from an address. */
  public static QuotaAccount of(InetAddress address) {
    byte[] bytes = address.getAddress();
    byte[] network = address instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes;
    return new QuotaAccount("address:" + Sha256.of(network));
  }

  @Override
  public String toString() {
    return "QuotaAccount[redacted]";
  }
}
