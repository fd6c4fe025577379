package dev.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
  private final ClientAddress address =
      new ClientAddress(
          List.of(AddressRange.parse("10.0.0.0/8"), AddressRange.parse("fd00:1::/32")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          192.0.2.1   | 203.0.113.9                            | 192.0.2.1
          10.1.2.3    | 203.0.113.9                            | 203.0.113.9
          10.1.2.3    | 198.51.100.1, 203.0.113.9              | 203.0.113.9
          10.1.2.3    | 198.51.100.1, 203.0.113.9, 10.9.9.9    | 203.0.113.9
          10.1.2.3    | 10.8.8.8, 10.9.9.9                     | 10.8.8.8
          10.1.2.3    | 203.0.113.9:443                        | 203.0.113.9
          10.1.2.3    | [2001:db8::1]:443                      | 2001:db8:0:0:0:0:0:1
          10.1.2.3    | 2001:db8::1                            | 2001:db8:0:0:0:0:0:1
          10.1.2.3    | nonsense                               | 10.1.2.3
          10.1.2.3    | 203.0.113.9, unknown, 10.9.9.9         | 10.9.9.9
          10.1.2.3    | ,                                      | 10.1.2.3
          10.1.2.3    | fe80::1%lo                             | 10.1.2.3
          fd00:1::7   | 203.0.113.9                            | 203.0.113.9
          fd00:2::7   | 203.0.113.9                            | fd00:2:0:0:0:0:0:7
          """)
  void isTheLastThatNoTrustedProxyVouchesFor(String peer, String forwarded, String client) {
    InetAddress found = address.of(InetAddress.ofLiteral(peer), forwarded);
    assertThat(found.getHostAddress()).isEqualTo(client);
  }

  @Test
  void endlessListsEndSoon() {
    String forwarded = "203.0.113.9" + ", 10.9.9.9".repeat(1000);
    InetAddress found = address.of(InetAddress.ofLiteral("10.1.2.3"), forwarded);
    assertThat(found.getHostAddress()).isEqualTo("10.9.9.9");
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.0.1, true",
    "10.0.0.0/8, 11.0.0.1, false",
    "192.0.2.128/25, 192.0.2.129, true",
    "192.0.2.128/25, 192.0.2.127, false",
    "192.0.2.1, 192.0.2.1, true",
    "192.0.2.1, 192.0.2.2, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, ::1, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
  })
  void aRangeHoldsTheAddressesThatShareItsPrefix(String range, String address, boolean held) {
    assertThat(AddressRange.parse(range).contains(InetAddress.ofLiteral(address))).isEqualTo(held);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "example.org/8", "::1/129"})
  void anythingElseIsNoRange(String text) {
    assertThatThrownBy(() -> AddressRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
