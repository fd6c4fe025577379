package dev.sallyport.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;

/**
 * Reads a body whole, but never more than was allowed and never for longer.
 *
 * <p>The size holds while reading, so a chunked body or a wrong {@code Content-Length} gains
 * nothing; memory grows with what has arrived, and only the first few kilobytes are taken on the
 * strength of what was announced.
 */
final class RequestBody {
  private static final int CHUNK = 8 * 1024;

  private RequestBody() {}

  /** What became of it. */
  sealed interface Reading {
    /** All of it. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, compared never
    record Complete(byte[] bytes) implements Reading {}

    /** It has more bytes than allowed; the rest was not read. */
    record TooLarge() implements Reading {}

    /** It did not arrive in time. */
    record TooSlow() implements Reading {}

    /** The client has gone or broke off. */
    record Broken() implements Reading {}
  }

  /**
   * Reads to the end.
   *
   * @param announced how many bytes the client says there are, negative when it does not; believed
   *     for the size of the first buffer and nothing else
   * @param most most bytes to accept, at least one
   * @param time how long all of it may take; the connection's idle time-out bounds each single wait
   */
  static Reading read(InputStream body, long announced, int most, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    // One byte more than announced, so that the end is seen without growing.
    byte[] bytes = new byte[announced < 0 ? CHUNK : (int) Math.min(announced + 1, CHUNK)];
    int size = 0;
    try {
      for (int count = body.read(bytes);
          count >= 0;
          count = body.read(bytes, size, bytes.length - size)) {
        size += count;
        if (size > most) {
          return new Reading.TooLarge();
        }
        if (System.nanoTime() > end) {
          return new Reading.TooSlow();
        }
        if (size == bytes.length) {
          bytes = Arrays.copyOf(bytes, 2 * size);
        }
      }
      return new Reading.Complete(Arrays.copyOf(bytes, size));
    } catch (IOException failure) {
      return isTimeout(failure) ? new Reading.TooSlow() : new Reading.Broken();
    }
  }

  /**
   * Reads and forgets.
   *
   * @param most about how many bytes at most
   * @param time about how long at most
   */
  static void discard(InputStream body, int most, Duration time) throws IOException {
    long end = System.nanoTime() + time.toNanos();
    byte[] chunk = new byte[CHUNK];
    int discarded = 0;
    int count = body.read(chunk);
    while (count >= 0 && discarded < most && System.nanoTime() < end) {
      discarded += count;
      count = body.read(chunk);
    }
  }

  private static boolean isTimeout(IOException failure) {
    return failure instanceof SocketTimeoutException
        || failure.getCause() instanceof TimeoutException;
  }
}
