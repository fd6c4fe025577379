package dev.sallyport.media.image;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
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
  private final int zeros;
  private final Pace pace;
  private final byte[] buffer = new byte[1 << 13];
  private long bufferAt = -1;
  private int filled;
  private @Nullable IOException failure;

  RangeInputStream(byte[] head, Content content, List<JpegLayout.Range> ranges, Pace pace) {
    this(head, content, ranges, 0, pace);
  }

  /**
   * Makes one that ends with so many zeros, a few, and is truncated for who reads even beyond them.
   */
  RangeInputStream(
      byte[] head, Content content, List<JpegLayout.Range> ranges, int zeros, Pace pace) {
    this.head = head;
    this.zeros = zeros;
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

  /** Reads as many bytes as there are: decoders take a short answer for the end. */
  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    bitOffset = 0;
    int done = 0;
    while (done < length) {
      int count = piece(target, offset + done, length - done);
      if (count <= 0) {
        break;
      }
      done += count;
    }
    return done == 0 && length > 0 ? -1 : done;
  }

  private int piece(byte[] target, int offset, int length) throws IOException {
    if (streamPos < bufferAt || streamPos >= bufferAt + filled || filled == 0) {
      fill();
    }
    int from = (int) (streamPos - bufferAt);
    int count = Math.min(length, filled - from);
    if (count <= 0) {
      return 0;
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
    if (zeros > 0 && skip >= zeros) {
      throw new UnfitContentException(ReasonCode.TRUNCATED);
    }
    filled = (int) Math.max(0, zeros - skip);
    Arrays.fill(buffer, 0, filled, (byte) 0);
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
