package dev.sallyport.aws.storage;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Reads exactly as many bytes as the store has promised: an earlier end is an {@link EOFException},
 * whichever HTTP client is below, and what a client throws unchecked becomes an {@link
 * IOException}.
 */
final class ExactStream extends FilterInputStream {
  private long left;

  ExactStream(InputStream in, long size) {
    super(in);
    this.left = size;
  }

  /** Tells whether all bytes have been read. */
  boolean isDone() {
    return left == 0;
  }

  @Override
  public int read() throws IOException {
    if (left == 0) {
      return -1;
    }
    int one = checked(in::read);
    left--;
    return one;
  }

  @Override
  public int read(byte[] target, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (left == 0) {
      return -1;
    }
    int most = (int) Math.min(length, left);
    int count = checked(() -> in.read(target, from, most));
    left -= count;
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    return 0;
  }

  @Override
  public int available() throws IOException {
    return (int) Math.min(left, in.available());
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private int checked(Read read) throws IOException {
    int result;
    try {
      result = read.get();
    } catch (SdkException e) {
      throw new IOException("the transfer broke", e);
    }
    if (result < 0) {
      throw new EOFException("the transfer ended " + left + " bytes early");
    }
    return result;
  }

  @FunctionalInterface
  private interface Read {
    int get() throws IOException;
  }
}
