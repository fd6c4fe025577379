package dev.sallyport.media.text;

import dev.sallyport.domain.sanitization.Removal;
import org.jspecify.annotations.Nullable;

/**
 * IP addresses.
 *
 * <p>IPv4 is four decimal numbers up to 255 with no letter, digit or dot before and neither a digit
 * nor a dot with a digit after: {@code v1.2.3.4} and {@code 1.2.3.4.5} are versions, while a bare
 * {@code 1.2.3.4} cannot be told from an address and goes. IPv6 is every form of <a
 * href="https://www.rfc-editor.org/rfc/rfc4291#section-2.2">RFC 4291, 2.2</a> that has a decimal
 * digit and is not part of a longer word; so neither {@code std::string} nor {@code 12:34:56} nor a
 * MAC address is one.
 */
final class AddressRule implements Rule {
  private static final int GROUPS = 8;
  private static final int LONGEST_OCTET = 3;
  private static final int LONGEST_GROUP = 4;
  private static final int LONGEST = 64;

  @Override
  public @Nullable Match match(Window window, int place) {
    return window.at(place) == '.' ? ipv4(window, place) : ipv6(window, place);
  }

  private static @Nullable Match ipv4(Window window, int dot) {
    boolean dotFollows =
        window.at(dot + 2) == '.' || window.at(dot + 3) == '.' || window.at(dot + 4) == '.';
    if (!dotFollows) {
      return null;
    }
    int from = window.runStart(dot, window.backFrom(dot, LONGEST_OCTET), ByteSet.DIGIT);
    if (from == dot || window.before(from) == '.' || !window.wordMayBegin(from)) {
      return null;
    }
    int end = quadEnd(window, from);
    boolean goesOn =
        end < 0
            || ByteSet.DIGIT.has(window.at(end))
            || window.isReplaced(end)
            || (window.at(end) == '.'
                && (ByteSet.DIGIT.has(window.at(end + 1)) || window.isReplaced(end + 1)));
    return goesOn ? null : new Match(from, end, Removal.Kind.IPV4, Tail.none());
  }

  private static @Nullable Match ipv6(Window window, int colon) {
    if (isClock(window, colon)) {
      return null;
    }
    int from = window.runStart(colon, window.backFrom(colon, LONGEST_GROUP), ByteSet.HEX);
    byte before = window.before(from);
    boolean continues =
        before == '.'
            || !window.wordMayBegin(from)
            || (before == ':' && continuesGroup(window, from - 1));
    int end = continues ? -1 : ipv6End(window, from);
    return end < 0 ? null : new Match(from, end, Removal.Kind.IPV6, Tail.none());
  }

  /** The first colon of 12:34:56, which most lines of logs have; a quick no. */
  private static boolean isClock(Window window, int colon) {
    return window.at(colon + 3) == ':'
        && ByteSet.DIGIT.has(window.at(colon + 1))
        && ByteSet.DIGIT.has(window.at(colon + 4))
        && ByteSet.DIGIT.has(window.at(colon + 5))
        && !ByteSet.HEX.has(window.at(colon + 6))
        && window.at(colon + 6) != ':';
  }

  private static boolean continuesGroup(Window window, int colon) {
    byte before = window.before(colon);
    return before == ':' || ByteSet.HEX.has(before);
  }

  /** Returns the end of four numbers with dots between, or -1. */
  private static int quadEnd(Window window, int place) {
    int i = place;
    for (int octet = 0; octet < 4; octet++) {
      if (octet > 0 && window.at(i++) != '.') {
        return -1;
      }
      int value = 0;
      int digits = 0;
      while (digits < 4 && ByteSet.DIGIT.has(window.at(i))) {
        value = value * 10 + window.at(i++) - '0';
        digits++;
      }
      if (digits == 0 || digits > 3 || value > 255) {
        return -1;
      }
    }
    return i;
  }

  private static int ipv6End(Window window, int place) {
    int i = place;
    int groups = 0;
    boolean gap = false;
    boolean digit = false;
    if (window.at(i) == ':') {
      if (window.at(i + 1) != ':') {
        return -1;
      }
      gap = true;
      i += 2;
    }
    while (groups < GROUPS) {
      int group = window.runEnd(i, Math.min(window.end(), i + LONGEST_GROUP), ByteSet.HEX);
      if (group == i || ByteSet.HEX.has(window.at(group))) {
        break;
      }
      int quad = window.at(group) == '.' && groups <= GROUPS - 2 ? quadEnd(window, i) : -1;
      digit |= hasDigit(window, i, group);
      groups += quad > 0 ? 2 : 1;
      i = quad > 0 ? quad : group;
      if (quad > 0 || window.at(i) != ':' || groups == GROUPS) {
        break;
      }
      if (window.at(i + 1) == ':') {
        if (gap) {
          return -1;
        }
        gap = true;
        i += 2;
      } else if (ByteSet.HEX.has(window.at(i + 1))) {
        i++;
      } else {
        break;
      }
    }
    boolean whole = gap ? groups < GROUPS : groups == GROUPS;
    return whole && digit && i - place <= LONGEST && endsAt(window, i) ? i : -1;
  }

  private static boolean hasDigit(Window window, int from, int to) {
    for (int i = from; i < to; i++) {
      if (ByteSet.DIGIT.has(window.bytes[i])) {
        return true;
      }
    }
    return false;
  }

  private static boolean endsAt(Window window, int end) {
    byte next = window.at(end);
    byte afterNext = window.at(end + 1);
    return !ByteSet.WORD.has(next)
        && !window.isReplaced(end)
        && !(next == ':' && (afterNext == ':' || ByteSet.HEX.has(afterNext)))
        && !(next == ':' && window.isReplaced(end + 1))
        && !(next == '.' && (ByteSet.DIGIT.has(afterNext) || window.isReplaced(end + 1)));
  }
}
