package dev.sallyport.application.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DownloadPolicyTest {
  @Test
  void aLookIsShort() {
    assertThat(DownloadPolicy.defaults().life()).isEqualTo(Duration.ofMinutes(5));
    assertThat(new DownloadPolicy(Duration.ofHours(1)).life()).isEqualTo(Duration.ofHours(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DownloadPolicy(Duration.ofMinutes(61)));
    assertThatIllegalArgumentException().isThrownBy(() -> new DownloadPolicy(Duration.ZERO));
  }
}
