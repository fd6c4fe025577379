package dev.sallyport.http.cli;

import dev.sallyport.operations.settings.Mistakes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A file that somebody wrote for the server.
 *
 * @param text all of it
 * @param isOwnersOnly whether nobody but its owner may read, write or run it, as ssh demands of
 *     keys
 */
record TextFile(String text, boolean isOwnersOnly) {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  /** Reads it, or says why that is not possible. */
  static Optional<TextFile> read(Path file, int mostBytes, Mistakes mistakes) {
    try {
      PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
      Optional<byte[]> bytes =
          attributes.isRegularFile() ? bounded(file, mostBytes) : Optional.empty();
      if (bytes.isEmpty()) {
        mistakes.add(file + ": not a file of at most " + size(mostBytes));
        return Optional.empty();
      }
      String text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.get())).toString();
      return Optional.of(new TextFile(text, OWNER_ONLY.containsAll(attributes.permissions())));
    } catch (IOException | UnsupportedOperationException unreadable) {
      mistakes.add(file + ": cannot be read (" + unreadable.getClass().getSimpleName() + ")");
      return Optional.empty();
    }
  }

  private static Optional<byte[]> bounded(Path file, int mostBytes) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(mostBytes + 1);
      return bytes.length > mostBytes ? Optional.empty() : Optional.of(bytes);
    }
  }

  private static String size(int bytes) {
    return bytes < 1 << 20 ? (bytes >> 10) + " KiB" : (bytes >> 20) + " MiB";
  }

  @Override
  public String toString() {
    return "TextFile[redacted]";
  }
}
