package dev.sallyport.media.image;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads one number, the orientation, from the Exif data of an image.
 *
 * <p>Looks at the first directory only and follows no link, so cycles cannot hold it; whatever is
 * broken means upright, because the data is dropped in any case. The form is that of <a
 * href="https://www.itu.int/itudoc/itu-t/com16/tiff-fx/docs/tiff6.pdf">TIFF 6.0, section 2</a>.
 */
final class ExifOrientation {
  private static final int TAG = 0x0112;
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int ENTRY = 12;

  private ExifOrientation() {}

  /** Reads a block that begins with the byte order mark. */
  static Orientation read(byte[] block) {
    try {
      ByteBuffer tiff = ByteBuffer.wrap(block);
      short order = tiff.getShort();
      if (order == 0x4949) {
        tiff.order(ByteOrder.LITTLE_ENDIAN);
      } else if (order != 0x4d4d) {
        return Orientation.UPRIGHT;
      }
      if (tiff.getShort() != 42) {
        return Orientation.UPRIGHT;
      }
      long directory = Integer.toUnsignedLong(tiff.getInt());
      if (directory > block.length) {
        return Orientation.UPRIGHT;
      }
      return search(tiff.position((int) directory));
    } catch (BufferUnderflowException e) {
      return Orientation.UPRIGHT;
    }
  }

  private static Orientation search(ByteBuffer tiff) {
    int entries = Short.toUnsignedInt(tiff.getShort());
    for (int i = 0; i < entries && tiff.remaining() >= ENTRY; i++) {
      int tag = Short.toUnsignedInt(tiff.getShort());
      int type = tiff.getShort();
      int count = tiff.getInt();
      int valueAt = tiff.position();
      int asLong = tiff.getInt();
      if (tag == TAG && count == 1) {
        return Orientation.ofExif(
            type == SHORT ? tiff.getShort(valueAt) : type == LONG ? asLong : 0);
      }
    }
    return Orientation.UPRIGHT;
  }
}
