package dev.sallyport.media.audio;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;

import dev.sallyport.media.rebuild.ContentCursor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * One page at a time of an Ogg file (<a href="https://www.rfc-editor.org/rfc/rfc3533#section-6">RFC
 * 3533, 6</a>), with the checksum that it should have; never more than 64 KiB.
 */
final class OggPage {
  static final int CONTINUED = 1;
  static final int FIRST = 2;
  static final int LAST = 4;
  static final int MAX_SEGMENTS = 255;
  static final int FULL = 255;
  private static final int CAPTURE = 0x4f676753;
  private static final int HEAD = 27;
  private static final int CRC_AT = 22;
  private static final int[] CRC = table();

  private final byte[] bytes = new byte[HEAD + MAX_SEGMENTS + MAX_SEGMENTS * FULL];
  private final ByteBuffer fields = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  private int length;

  private static int[] table() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int crc = i << 24;
      for (int bit = 0; bit < 8; bit++) {
        crc = crc << 1 ^ (crc < 0 ? 0x04c11db7 : 0);
      }
      table[i] = crc;
    }
    return table;
  }

  /** Reads the next page; the content goes on. */
  void read(ContentCursor content) throws IOException {
    malformedUnless(content.i32() == CAPTURE);
    content.seek(content.position() - 4).read(bytes, 0, HEAD);
    malformedUnless(bytes[4] == 0 && (bytes[5] & ~(CONTINUED | FIRST | LAST)) == 0);
    content.read(bytes, HEAD, segments());
    length = bodyAt();
    for (int i = 0; i < segments(); i++) {
      length += lacing(i);
    }
    content.read(bytes, bodyAt(), length - bodyAt());
    int told = fields.getInt(CRC_AT);
    fields.putInt(CRC_AT, 0);
    malformedUnless(told == checksum());
  }

  /** Makes a page; its body follows by {@link #body}. */
  void make(int flags, long granule, int serial, byte[] lacing) {
    fields.put(0, new byte[] {'O', 'g', 'g', 'S', 0, (byte) flags});
    fields.putLong(6, granule).putInt(14, serial);
    bytes[HEAD - 1] = (byte) lacing.length;
    fields.put(HEAD, lacing);
    length = bodyAt();
  }

  /** Adds to the body. */
  void body(byte[] from, int offset, int count) {
    System.arraycopy(from, offset, bytes, length, count);
    length += count;
  }

  /** Writes the page under a number of its own. */
  void write(int sequence, OutputStream sink) throws IOException {
    fields.putInt(18, sequence).putInt(CRC_AT, 0);
    fields.putInt(CRC_AT, checksum());
    sink.write(bytes, 0, length);
  }

  boolean is(int flag) {
    return (bytes[5] & flag) != 0;
  }

  long granule() {
    return fields.getLong(6);
  }

  int serial() {
    return fields.getInt(14);
  }

  int sequence() {
    return fields.getInt(18);
  }

  int segments() {
    return bytes[HEAD - 1] & 0xff;
  }

  int lacing(int segment) {
    return bytes[HEAD + segment] & 0xff;
  }

  int bodyAt() {
    return HEAD + segments();
  }

  int bodyLength() {
    return length - bodyAt();
  }

  int at(int place) {
    return bytes[place] & 0xff;
  }

  private int checksum() {
    int crc = 0;
    for (int i = 0; i < length; i++) {
      crc = crc << 8 ^ CRC[crc >>> 24 ^ (bytes[i] & 0xff)];
    }
    return crc;
  }
}
