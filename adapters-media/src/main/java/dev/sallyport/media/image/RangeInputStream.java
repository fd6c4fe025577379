package dev.sallyport.media.image;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.media.rebuild.Pace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import javax.imageio.stream.ImageInputStreamImpl;
import org.jspecify.annotations.Nullable;

/**
 * Shows a decoder a file that begins with bytes of our own and goes on with chosen parts of the
 * content, as if the rest had never been there.
 */
final class RangeInputStream extends ImageInputStreamImpl {
  private final byte[] head;
  private final Content content;
  private final List<JpegLayout.Range> ranges;
  private final Pace pace;
  private final byte[] buffer = new byte[1 << 13];
  private long bufferAt = -1;
  private int filled;
  private @Nullable IOException failure;

  RangeInputStream(byte[] head, Content content, List<JpegLayout.Range> ranges, Pace pace) {
    this.head = head;
    this.content = content;
    this.ranges = ranges;
    this.pace = pace;
  }

  /** Fails when reading the content has failed, whatever the decoder made of it. */
  void requireIntact() throws IOException {
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    bitOffset = 0;
    if (length == 0) {
      return 0;
    }
    if (streamPos < bufferAt || streamPos >= bufferAt + filled || filled == 0) {
      fill();
    }
    int from = (int) (streamPos - bufferAt);
    int count = Math.min(length, filled - from);
    if (count <= 0) {
      return -1;
    }
    System.arraycopy(buffer, from, target, offset, count);
    streamPos += count;
    return count;
  }

  private void fill() throws IOException {
    pace.worked(buffer.length);
    bufferAt = streamPos;
    filled = 0;
    if (streamPos < head.length) {
      filled = head.length - (int) streamPos;
      ByteBuffer.wrap(head).get((int) streamPos, buffer, 0, filled);
      return;
    }
    long skip = streamPos - head.length;
    for (JpegLayout.Range range : ranges) {
      long size = range.to() - range.from();
      if (skip < size) {
        filled = (int) Math.min(read(range.from() + skip), size - skip);
        return;
      }
      skip -= size;
    }
  }

  private int read(long position) throws IOException {
    try {
      return content.read(position, buffer);
    } catch (IOException e) {
      failure = e;
      throw e;
    }
  }
}
