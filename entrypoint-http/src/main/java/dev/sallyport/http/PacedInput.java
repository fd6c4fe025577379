package dev.sallyport.http;

import dev.sallyport.domain.attachment.policy.S3Error;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * A body that has to keep a pace: after a first grace, its bytes so far must be as many as the
 * slowest client that is tolerated would have sent. The idle time-out ends a client that sends
 * nothing; this ends one that sends just enough to be never idle. It also ends when the server
 * stops and cannot wait any longer.
 *
 * <p>For blocking reads alone.
 */
final class PacedInput extends ServletInputStream {
  static final long GRACE_NANOS = 10_000_000_000L;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  private final ServletInputStream body;
  private final int slowest;
  private final LongSupplier nanos;
  private final BooleanSupplier isCut;
  private final long start;
  private long count;

  /**
   * Watches a body from now on.
   *
   * @param slowest bytes a second
   * @param nanos the time, as {@link System#nanoTime} tells it
   * @param isCut tells whether no upload can be waited for any longer
   */
  PacedInput(ServletInputStream body, int slowest, LongSupplier nanos, BooleanSupplier isCut) {
    this.body = body;
    this.slowest = slowest;
    this.nanos = nanos;
    this.isCut = isCut;
    this.start = nanos.getAsLong();
  }

  @Override
  public int read() throws IOException {
    int next = body.read();
    check(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int read = body.read(target, offset, length);
    check(Math.max(0, read));
    return read;
  }

  private void check(int read) throws UploadCutException {
    count += read;
    if (isCut.getAsBoolean()) {
      throw new UploadCutException(S3Error.SLOW_DOWN);
    }
    long demanded = nanos.getAsLong() - start - GRACE_NANOS;
    if (demanded > 0 && count < demanded / NANOS_PER_SECOND * slowest) {
      throw new UploadCutException(S3Error.REQUEST_TIMEOUT);
    }
  }

  @Override
  public boolean isFinished() {
    return body.isFinished();
  }

  @Override
  public boolean isReady() {
    return body.isReady();
  }

  @Override
  public void setReadListener(ReadListener listener) {
    throw new IllegalStateException("uploads are read by blocking");
  }
}
