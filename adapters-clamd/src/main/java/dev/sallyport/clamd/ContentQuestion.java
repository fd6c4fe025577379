package dev.sallyport.clamd;

import dev.sallyport.domain.shared.DataSize;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Content as <a href="https://docs.clamav.net/manual/Usage/Scanning.html#clamd">INSTREAM</a> wants
 * it: chunks, each behind its length as four bytes in network order, and a length of zero at the
 * end.
 */
final class ContentQuestion implements Question {
  private final InputStream content;
  private final long size;
  private long read;
  private boolean begun;
  private boolean over;

  /**
   * Makes one.
   *
   * @param size how many bytes there must be: half of something is no reason to call it clean
   */
  ContentQuestion(InputStream content, DataSize size) {
    this.content = content;
    this.size = size.bytes();
  }

  @Override
  public void next(ByteBuffer buffer) throws IOException {
    buffer.clear();
    if (!begun) {
      buffer.put(Question.command("INSTREAM"));
      begun = true;
    }
    int chunk = buffer.position() + Integer.BYTES;
    int room = buffer.limit() - chunk - Integer.BYTES;
    int count = content.readNBytes(buffer.array(), buffer.arrayOffset() + chunk, room);
    read += count;
    if (count > 0) {
      buffer.putInt(count).position(chunk + count);
    }
    if (count < room) {
      if (read != size) {
        throw new IOException("content is not as long as it was");
      }
      buffer.putInt(0);
      over = true;
    }
    buffer.flip();
  }

  @Override
  public boolean isOver() {
    return over;
  }
}
