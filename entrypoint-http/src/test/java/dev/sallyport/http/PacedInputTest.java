package dev.sallyport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacedInputTest {
  private static final long SECOND = 1_000_000_000L;

  private final AtomicLong nanos = new AtomicLong(-SECOND);
  private final byte[] target = new byte[4096];

  @Test
  void aBodyThatKeepsThePaceIsRead() throws IOException {
    PacedInput input = new PacedInput(endless(), 1000, nanos::get, () -> false);
    for (int second = 0; second < 3600; second++) {
      nanos.addAndGet(SECOND);
      assertThat(input.read(target, 0, 1000)).isEqualTo(1000);
    }
  }

  @Test
  void aSlowBeginningIsForgiven() throws IOException {
    PacedInput input = new PacedInput(endless(), 1000, nanos::get, () -> false);
    nanos.addAndGet(PacedInput.GRACE_NANOS);
    assertThat(input.read()).isZero();
  }

  @Test
  void aBodyThatFallsBehindIsGivenUp() throws IOException {
    PacedInput input = new PacedInput(endless(), 1000, nanos::get, () -> false);
    nanos.addAndGet(PacedInput.GRACE_NANOS + 4 * SECOND);
    assertThat(input.read(target, 0, 4000)).isEqualTo(4000);
    nanos.addAndGet(SECOND);
    assertThatThrownBy(() -> input.read(target, 0, 999)).isInstanceOf(UploadCutException.class);
  }

  private static ServletInputStream endless() {
    return new ServletInputStream() {
      @Override
      public int read() {
        return 0;
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        return length;
      }

      @Override
      public boolean isFinished() {
        return false;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new IllegalStateException("nobody asks");
      }
    };
  }
}
