package dev.sallyport.http.cli;

import dev.sallyport.inmemory.identity.InMemoryUser;
import dev.sallyport.operations.settings.Mistakes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the file of {@code --users}: one {@code name:password:role} in a line, UTF-8, at most 1
 * MiB; empty lines and lines that begin with {@code #} are skipped.
 *
 * <p>It holds passwords, so a file that anybody else may read or write is refused, as ssh refuses
 * such a key.
 */
final class UsersFile {
  private static final long MOST_BYTES = 1 << 20;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

  private UsersFile() {}

  /** Reads all users, or tells every mistake by its line and never by its text. */
  static List<InMemoryUser> read(Path file, Mistakes mistakes) {
    try {
      PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
      if (!attributes.isRegularFile() || attributes.size() > MOST_BYTES) {
        mistakes.add(file + ": not a file of at most 1 MiB");
        return List.of();
      }
      if (!OWNER_ONLY.containsAll(attributes.permissions())) {
        mistakes.add(file + ": others may read it; run chmod 600 on it");
        return List.of();
      }
      return parse(file, Files.readAllLines(file, StandardCharsets.UTF_8), mistakes);
    } catch (IOException | UnsupportedOperationException unreadable) {
      mistakes.add(file + ": cannot be read (" + unreadable.getClass().getSimpleName() + ")");
      return List.of();
    }
  }

  private static List<InMemoryUser> parse(Path file, List<String> lines, Mistakes mistakes) {
    List<InMemoryUser> users = new ArrayList<>();
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1);
      if (isEntry(line)) {
        mistakes.check(file + ", line " + number, line, UserLine::parse).ifPresent(users::add);
      }
    }
    if (lines.stream().noneMatch(UsersFile::isEntry)) {
      mistakes.add(file + ": holds no user");
    }
    return users;
  }

  private static boolean isEntry(String line) {
    return !line.isBlank() && !line.startsWith("#");
  }
}
