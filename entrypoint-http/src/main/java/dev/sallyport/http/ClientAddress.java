package dev.sallyport.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;

/**
 * Finds out who really calls: the peer of the connection, unless that is a trusted reverse proxy;
 * then the right-most entry of {@code X-Forwarded-For} that no trusted proxy wrote about another
 * trusted proxy.
 *
 * <p>Entries further left were written by the caller and mean nothing. An entry that is no address
 * ends the search at the last proxy that was trusted.
 */
final class ClientAddress {
  private static final int MOST_ENTRIES = 16;

  private final List<AddressRange> trusted;

  ClientAddress(List<AddressRange> trusted) {
    this.trusted = List.copyOf(trusted);
  }

  /**
   * Returns the caller's address.
   *
   * @param peer the other end of the connection
   * @param forwarded the values of {@code X-Forwarded-For} in their order, joined by commas; empty
   *     when there are none
   */
  InetAddress of(InetAddress peer, String forwarded) {
    if (forwarded.isEmpty() || !isTrusted(peer)) {
      return peer;
    }
    InetAddress client = peer;
    int end = forwarded.length();
    for (int entry = 0; entry < MOST_ENTRIES && end >= 0; entry++) {
      int comma = forwarded.lastIndexOf(',', end - 1);
      Optional<InetAddress> next = parse(forwarded.substring(comma + 1, end).strip());
      if (next.isEmpty()) {
        return client;
      }
      client = next.get();
      if (!isTrusted(client)) {
        return client;
      }
      end = comma;
    }
    return client;
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }

  /** Reads an address, with or without a port; IPv6 with a port stands in brackets. */
  private static Optional<InetAddress> parse(String text) {
    String address = text;
    int bracket = text.indexOf(']');
    if (text.startsWith("[") && bracket > 0) {
      address = text.substring(1, bracket);
    } else if (text.indexOf(':') > 0 && text.indexOf(':') == text.lastIndexOf(':')) {
      address = text.substring(0, text.indexOf(':'));
    }
    try {
      return address.indexOf('%') >= 0
          ? Optional.empty()
          : Optional.of(InetAddress.ofLiteral(address));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
