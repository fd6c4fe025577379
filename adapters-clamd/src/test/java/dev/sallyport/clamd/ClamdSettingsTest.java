package dev.sallyport.clamd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.shared.DataSize;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClamdSettingsTest {
  private static final DataSize SIZE = DataSize.ofBytes(1);

  @Test
  void anAddressIsAPortOfAHostOrASocket() {
    assertThat(ClamdAddress.parse("scanner.example:3310"))
        .isEqualTo(new ClamdAddress.Tcp("scanner.example", 3310));
    assertThat(ClamdAddress.parse("10.0.0.7:1")).isEqualTo(new ClamdAddress.Tcp("10.0.0.7", 1));
    assertThat(ClamdAddress.parse("[::1]:3310")).isEqualTo(new ClamdAddress.Tcp("::1", 3310));
    assertThat(ClamdAddress.parse("unix:/run/clamav/clamd.ctl"))
        .isEqualTo(new ClamdAddress.Unix(Path.of("/run/clamav/clamd.ctl")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "scanner",
        "scanner:",
        ":3310",
        "scanner:0",
        "scanner:65536",
        "scanner:3310 ",
        "a b:1",
        "tcp://scanner:3310",
        "::1:3310",
        "unix:",
        "unix:clamd.ctl",
        "unix:/a\0b",
        "/run/clamav/clamd.ctl"
      })
  void whateverElseIsNoAddress(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> ClamdAddress.parse(text));
  }

  @Test
  void aSilentClamdIsGivenUpBeforeTheDeadlineComesAndTheLargestThingFits() {
    ClamdAddress address = ClamdAddress.parse("scanner:3310");
    SanitizationPolicy checks = SanitizationPolicy.defaults();
    ClamdSettings settings = ClamdSettings.of(address, UploadPolicy.defaults(), checks);
    assertThat(settings.replyTime()).isEqualTo(checks.deadline().dividedBy(2));
    assertThat(settings.connectTime()).isLessThan(settings.replyTime());
    assertThat(UploadPolicy.defaults().maxBytes().exceeds(settings.largestStream())).isFalse();
    assertThat(checks.archives().maxBytes().exceeds(settings.largestStream())).isFalse();
  }

  @Test
  void noTimeIsTooLittle() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new ClamdSettings(
                ClamdAddress.parse("scanner:3310"), Duration.ZERO, Duration.ofSeconds(1), SIZE));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new ClamdSettings(
                ClamdAddress.parse("scanner:3310"), Duration.ofSeconds(1), Duration.ZERO, SIZE));
  }
}
