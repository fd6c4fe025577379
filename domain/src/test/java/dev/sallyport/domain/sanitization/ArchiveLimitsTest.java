package dev.sallyport.domain.sanitization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.domain.shared.DataSize;
import org.junit.jupiter.api.Test;

class ArchiveLimitsTest {
  private static final ArchiveLimits LIMITS =
      new ArchiveLimits(10, DataSize.ofMebibytes(100), 20, 2);

  @Test
  void roomGrowsWithTheArchiveBetweenAFreePartAndTheMost() {
    assertThat(LIMITS.room(DataSize.ofBytes(1))).isEqualTo(DataSize.ofMebibytes(16));
    assertThat(LIMITS.room(DataSize.ofMebibytes(1))).isEqualTo(DataSize.ofMebibytes(20));
    assertThat(LIMITS.room(DataSize.ofMebibytes(90))).isEqualTo(DataSize.ofMebibytes(100));
    assertThat(LIMITS.room(DataSize.ofBytes(Long.MAX_VALUE))).isEqualTo(DataSize.ofMebibytes(100));
  }

  @Test
  void theFreePartIsNoMoreThanTheMost() {
    ArchiveLimits tiny = new ArchiveLimits(1, DataSize.ofBytes(5), 1, 1);
    assertThat(tiny.room(DataSize.ofBytes(1))).isEqualTo(DataSize.ofBytes(5));
  }

  @Test
  void limitsThatAcceptNothingOrNeverEndAreRefused() {
    DataSize bytes = DataSize.ofMebibytes(1);
    for (Runnable wrong :
        new Runnable[] {
          () -> new ArchiveLimits(0, bytes, 1, 1),
          () -> new ArchiveLimits(1_000_001, bytes, 1, 1),
          () -> new ArchiveLimits(1, DataSize.ZERO, 1, 1),
          () -> new ArchiveLimits(1, bytes, 0, 1),
          () -> new ArchiveLimits(1, bytes, 1_033, 1),
          () -> new ArchiveLimits(1, bytes, 1, 0),
          () -> new ArchiveLimits(1, bytes, 1, 17)
        }) {
      assertThatIllegalArgumentException().isThrownBy(wrong::run);
    }
  }
}
