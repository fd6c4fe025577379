package dev.sallyport.application.profile.port;

import dev.sallyport.application.attachment.port.AttachmentStore.ByteSource;
import dev.sallyport.domain.profile.RenditionSize;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** A picture in one size, as a file that is small enough for memory. */
public final class Rendition implements ByteSource {
  private final RenditionSize pixels;
  private final FileType type;
  private final byte[] bytes;
  private final Sha256 sha256;

  /**
   * Makes one.
   *
   * @param pixels how large the picture is
   * @param type JPEG, or PNG when it has alpha
   * @param bytes the file; copied
   */
  public Rendition(RenditionSize pixels, FileType type, byte[] bytes) {
    if (type != FileType.JPEG && type != FileType.PNG) {
      throw new IllegalArgumentException("a rendition is JPEG or PNG");
    }
    this.pixels = pixels;
    this.type = type;
    this.bytes = bytes.clone();
    sha256 = Sha256.of(bytes);
  }

  /** Returns how large the picture is. */
  public RenditionSize pixels() {
    return pixels;
  }

  /** Returns what the file is. */
  public FileType type() {
    return type;
  }

  @Override
  public DataSize size() {
    return DataSize.ofBytes(bytes.length);
  }

  @Override
  public Sha256 sha256() {
    return sha256;
  }

  @Override
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }
}
