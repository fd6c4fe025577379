package dev.sallyport.contract.sanitization;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Content that a test holds in an array. */
public final class BytesContent implements Content {
  private final byte[] bytes;

  /** Makes content of a copy of these bytes. */
  public BytesContent(byte[] bytes) {
    this.bytes = bytes.clone();
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
