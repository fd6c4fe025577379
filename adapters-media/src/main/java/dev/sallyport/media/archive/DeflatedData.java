package dev.sallyport.media.archive;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Brings bytes out of an archive piece by piece, compressed or stored, with their checksum; holds
 * two small buffers whatever comes.
 *
 * <p>How much may come out is for the sink to say, byte by byte: what an archive declares allows
 * nothing, it can only be found wrong ({@code MALFORMED}).
 */
final class DeflatedData implements AutoCloseable {
  private static final int PIECE = 1 << 16;

  private final Content content;
  private final Pace pace;
  private final Inflater inflater = new Inflater(true);
  private final byte[] packed;
  private final byte[] plain = new byte[PIECE];

  DeflatedData(Content content, Pace pace) {
    this.content = content;
    this.pace = pace;
    this.packed = new byte[(int) Math.min(PIECE, content.size().bytes())];
  }

  /**
   * What came out.
   *
   * @param end where the packed data ends, that is where the next byte after it stands
   * @param size how many bytes
   * @param crc their CRC-32
   */
  record Unpacked(long end, long size, long crc) {}

  /**
   * Inflates one stream of <a href="https://www.rfc-editor.org/rfc/rfc1951">deflate</a>.
   *
   * @param from where it begins
   * @param to where it ends at the latest; a stream that goes on is {@code TRUNCATED}
   * @param declared more bytes than this are {@code MALFORMED}
   */
  Unpacked inflate(long from, long to, long declared, OutputStream sink) throws IOException {
    inflater.reset();
    CRC32 crc = new CRC32();
    long position = from;
    while (!inflater.finished()) {
      int count = step();
      if (count > 0) {
        if (inflater.getBytesWritten() > declared) {
          throw new UnfitContentException(ReasonCode.MALFORMED);
        }
        crc.update(plain, 0, count);
        pace.worked(count);
        sink.write(plain, 0, count);
      } else if (!inflater.finished()) {
        // Only now: with all input taken there may still be bytes to come.
        position += feed(position, to);
      }
    }
    return new Unpacked(from + inflater.getBytesRead(), inflater.getBytesWritten(), crc.getValue());
  }

  private int feed(long position, long to) throws IOException {
    int count = read(position, to);
    if (count == 0) {
      throw new UnfitContentException(ReasonCode.TRUNCATED);
    }
    inflater.setInput(packed, 0, count);
    return count;
  }

  /** Returns how many bytes came out; none when input is wanted, or at the end. */
  private int step() throws UnfitContentException {
    try {
      int count = inflater.inflate(plain);
      boolean stuck = !inflater.finished() && !inflater.needsInput();
      if (count == 0 && stuck) {
        throw new UnfitContentException(ReasonCode.MALFORMED);
      }
      return count;
    } catch (DataFormatException e) {
      throw new UnfitContentException(ReasonCode.MALFORMED, e);
    }
  }

  /** Copies what is stored as it is; from and to lie in the content. */
  Unpacked copy(long from, long to, OutputStream sink) throws IOException {
    CRC32 crc = new CRC32();
    long position = from;
    while (position < to) {
      int count = read(position, to);
      if (count == 0) {
        throw new UnfitContentException(ReasonCode.TRUNCATED);
      }
      crc.update(packed, 0, count);
      sink.write(packed, 0, count);
      position += count;
    }
    return new Unpacked(to, to - from, crc.getValue());
  }

  private int read(long position, long to) throws IOException {
    if (position >= to) {
      return 0;
    }
    int count = (int) Math.min(content.read(position, packed), to - position);
    pace.worked(count);
    return count;
  }

  @Override
  public void close() {
    inflater.end();
  }
}
