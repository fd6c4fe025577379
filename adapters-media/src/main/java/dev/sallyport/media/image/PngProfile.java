package dev.sallyport.media.image;

import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The colour profile in an iCCP chunk: a name, a zero, the method and compressed data (<a
 * href="https://www.w3.org/TR/png-3/#11iCCP">PNG 11.3.2.3</a>).
 */
final class PngProfile {
  private static final int MAX_NAME = 79;

  private PngProfile() {}

  /** Returns the profile, empty when it is broken or larger than so many bytes. */
  static byte[] inflate(byte[] chunk, long most) {
    int name = 0;
    while (name < chunk.length && chunk[name] != 0) {
      name++;
    }
    int data = name + 2;
    if (name == 0 || name > MAX_NAME || data >= chunk.length || chunk[name + 1] != 0) {
      return new byte[0];
    }
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(chunk, data, chunk.length - data);
      return inflate(inflater, most);
    } catch (DataFormatException e) {
      return new byte[0];
    }
  }

  private static byte[] inflate(Inflater inflater, long most) throws DataFormatException {
    byte[] profile = new byte[1 << 12];
    int filled = 0;
    while (!inflater.finished()) {
      int count = inflater.inflate(profile, filled, profile.length - filled);
      filled += count;
      if (filled == profile.length && filled < most) {
        profile = Arrays.copyOf(profile, (int) Math.min(most, 2L * filled));
      } else if (count == 0) {
        return new byte[0];
      }
    }
    return Arrays.copyOf(profile, filled);
  }
}
