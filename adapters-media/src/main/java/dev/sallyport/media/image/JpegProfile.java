package dev.sallyport.media.image;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Puts a colour profile together that stands in several segments of a JPEG, each with its number
 * and how many there are (<a
 * href="https://www.color.org/specification/ICC.1-2022-05.pdf">ICC.1:2022, B.4</a>).
 */
final class JpegProfile {
  private static final int PREFIX = 14;

  private final long most;
  private byte @Nullable [] @Nullable [] parts;
  private long size;
  private boolean broken;

  JpegProfile(long most) {
    this.most = most;
  }

  /** Takes a segment that begins with the name of a profile. */
  void add(byte[] segment) {
    if (segment.length <= PREFIX) {
      broken = true;
      return;
    }
    int number = Byte.toUnsignedInt(segment[PREFIX - 2]);
    int count = Byte.toUnsignedInt(segment[PREFIX - 1]);
    if (parts == null) {
      parts = new byte[count][];
    }
    size += segment.length - PREFIX;
    broken |=
        size > most
            || parts.length != count
            || number < 1
            || number > count
            || parts[number - 1] != null;
    if (!broken) {
      parts[number - 1] = Arrays.copyOfRange(segment, PREFIX, segment.length);
    }
  }

  /** Returns the whole profile, empty when there is none or parts of it are missing. */
  byte[] whole() {
    if (parts == null || broken) {
      return new byte[0];
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      if (part == null) {
        return new byte[0];
      }
      whole.writeBytes(part);
    }
    return whole.toByteArray();
  }
}
