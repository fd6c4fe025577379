package dev.sallyport.domain.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.attachment.policy.Encryption;
import dev.sallyport.domain.shared.DataSize;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UploadPolicyTest {
  private static final DataSize MIB = DataSize.ofMebibytes(1);
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void theDefaultsAreTheDocumentedOnes() {
    UploadPolicy policy = UploadPolicy.defaults();
    assertThat(policy.maxEncrypted()).isEqualTo(20);
    assertThat(policy.maxPlain()).isEqualTo(20);
    assertThat(policy.life()).isEqualTo(Duration.ofSeconds(300));
    assertThat(policy.maxBytes()).isEqualTo(DataSize.ofMebibytes(200));
    assertThat(policy.encryption()).isEqualTo(new Encryption.Aes256());
  }

  @Test
  void limitsThatContradictEachOtherAreRefused() {
    refused(() -> policy(0, 0, HOUR, MIB, MIB, MIB));
    refused(() -> policy(-1, 1, HOUR, MIB, MIB, MIB));
    refused(() -> policy(46, 45, HOUR, MIB, MIB, MIB));
    refused(() -> policy(1, 1, Duration.ZERO, MIB, MIB, MIB));
    refused(() -> policy(1, 1, Duration.ofDays(8), MIB, MIB, MIB));
    refused(() -> policy(1, 1, HOUR, DataSize.ZERO, MIB, MIB));
    refused(() -> policy(1, 1, HOUR, DataSize.ofMebibytes(5121), MIB, MIB));
    refused(() -> policy(1, 1, HOUR, DataSize.ofMebibytes(2), MIB, DataSize.ofMebibytes(2)));
    refused(() -> policy(1, 1, HOUR, DataSize.ofMebibytes(2), DataSize.ofMebibytes(2), MIB));
    assertThat(policy(1, 1, HOUR, MIB, MIB, MIB)).isNotNull();
  }

  private static void refused(Runnable make) {
    assertThatIllegalArgumentException().isThrownBy(make::run);
  }

  private static UploadPolicy policy(
      int encrypted, int plain, Duration life, DataSize max, DataSize quota, DataSize reserve) {
    return new UploadPolicy(
        encrypted, plain, life, max, new Encryption.Aes256(), HOUR, 1, quota, reserve);
  }
}
