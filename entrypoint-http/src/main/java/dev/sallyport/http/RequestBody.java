package dev.sallyport.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * Reads a body whole, but never more than was allowed and never for longer.
 *
 * <p>The size holds while reading, so a chunked body or a wrong {@code Content-Length} gains
 * nothing; memory grows with what has arrived, not with what was announced.
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
   * @param most most bytes to accept, at least one
   * @param time how long all of it may take; the connection's idle time-out bounds each single wait
   */
  static Reading read(InputStream body, int most, Duration time) {
    long end = System.nanoTime() + time.toNanos();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.min(most, CHUNK));
    byte[] chunk = new byte[Math.min(most + 1, CHUNK)];
    try {
      for (int count = body.read(chunk); count >= 0; count = body.read(chunk)) {
        bytes.write(chunk, 0, count);
        if (bytes.size() > most) {
          return new Reading.TooLarge();
        }
        if (System.nanoTime() > end) {
          return new Reading.TooSlow();
        }
      }
      return new Reading.Complete(bytes.toByteArray());
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
