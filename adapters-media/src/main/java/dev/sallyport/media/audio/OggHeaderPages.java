package dev.sallyport.media.audio;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;

/** Lays header packets on pages of their own. */
final class OggHeaderPages {
  private final int serial;
  private final OutputStream sink;
  private final OggPage page = new OggPage();
  private int written;

  OggHeaderPages(int serial, OutputStream sink) {
    this.serial = serial;
    this.sink = sink;
  }

  /** Returns how many pages were written. */
  int written() {
    return written;
  }

  /** Writes packets one after the other; the last ends its page. */
  void write(int flags, List<byte[]> packets) throws IOException {
    ByteArrayOutputStream lacings = new ByteArrayOutputStream();
    ByteArrayOutputStream bodies = new ByteArrayOutputStream();
    for (byte[] packet : packets) {
      for (int left = packet.length; left >= 0; left -= OggPage.FULL) {
        lacings.write(Math.min(left, OggPage.FULL));
      }
      bodies.writeBytes(packet);
    }
    pages(flags, lacings.toByteArray(), bodies.toByteArray());
  }

  private void pages(int flags, byte[] lacings, byte[] body) throws IOException {
    int from = 0;
    boolean continued = false;
    for (int segment = 0; segment < lacings.length; segment += OggPage.MAX_SEGMENTS) {
      int end = Math.min(lacings.length, segment + OggPage.MAX_SEGMENTS);
      byte[] lacing = Arrays.copyOfRange(lacings, segment, end);
      int length = 0;
      boolean ends = false;
      for (byte one : lacing) {
        length += one & 0xff;
        ends |= (one & 0xff) < OggPage.FULL;
      }
      page.make(continued ? flags | OggPage.CONTINUED : flags, ends ? 0 : -1, serial, lacing);
      page.body(body, from, length);
      page.write(written++, sink);
      from += length;
      continued = (lacing[lacing.length - 1] & 0xff) == OggPage.FULL;
    }
  }
}
