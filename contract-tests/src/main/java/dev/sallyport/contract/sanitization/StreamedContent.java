package dev.sallyport.contract.sanitization;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.Sha256;
import java.io.InputStream;

/** Content that can be read once, by a stream that a test makes; its digest is not its own. */
public final class StreamedContent implements Content {
  private final DataSize size;
  private final InputStream bytes;

  /**
   * Makes some.
   *
   * @param size what it says of itself, be it so or not
   */
  public StreamedContent(int size, InputStream bytes) {
    this.size = DataSize.ofBytes(size);
    this.bytes = bytes;
  }

  @Override
  public DataSize size() {
    return size;
  }

  @Override
  public Sha256 sha256() {
    return Sha256.of(new byte[0]);
  }

  @Override
  public InputStream open() {
    return bytes;
  }

  @Override
  public int read(long position, byte[] target) {
    throw new UnsupportedOperationException("it can be read once");
  }
}
