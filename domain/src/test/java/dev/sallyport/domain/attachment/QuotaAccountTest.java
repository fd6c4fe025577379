package dev.sallyport.domain.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class QuotaAccountTest {
  @Test
  void oneIpv6NetworkIsOneAccount() throws Exception {
    assertThat(of("2001:db8:1:2::1")).isEqualTo(of("2001:db8:1:2:ffff::9"));
    assertThat(of("2001:db8:1:2::1")).isNotEqualTo(of("2001:db8:1:3::1"));
  }

  @Test
  void everyIpv4AddressIsAnAccountAndIsNotStored() throws Exception {
    assertThat(of("192.0.2.1")).isNotEqualTo(of("192.0.2.2"));
    assertThat(of("192.0.2.1").value()).doesNotContain("192");
  }

  private static QuotaAccount of(String address) throws UnknownHostException {
    return QuotaAccount.of(InetAddress.getByName(address));
  }
}
