package dev.sallyport.benchmarks.content;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Content that lies in memory, as a small upload does. */
public final class ArrayContent implements Content {
  private final byte[] bytes;

  /** Keeps the array, which must not change. */
  public ArrayContent(byte[] bytes) {
    this.bytes = bytes;
  }

  @Override
  public DataSize size() {
    return DataSize.ofBytes(bytes.length);
  }

  @Override
  public Sha256 sha256() {
    return Sha256.of(bytes);
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public int read(long position, byte[] target) {
    int count = (int) Math.max(0, Math.min(target.length, bytes.length - position));
    System.arraycopy(bytes, count == 0 ? 0 : (int) position, target, 0, count);
    return count;
  }
}
