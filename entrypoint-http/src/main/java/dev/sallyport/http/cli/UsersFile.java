package dev.sallyport.http.cli;

import dev.sallyport.inmemory.identity.InMemoryUser;
import dev.sallyport.operations.settings.Mistakes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the file of {@code --users}: one {@code name:password:role} in a line, UTF-8, at most 1
 * MiB; empty lines and lines that begin with {@code #} are skipped.
 *
 * <p>It holds passwords, so a file that anybody else may read or write is refused, as ssh refuses
 * such a key.
 */
final class UsersFile {
  private static final int MOST_BYTES = 1 << 20;

  private UsersFile() {}

  /** Reads all users, or tells every mistake by its line and never by its text. */
  static List<InMemoryUser> read(Path file, Mistakes mistakes) {
    Optional<TextFile> found = TextFile.read(file, MOST_BYTES, mistakes);
    if (found.isEmpty()) {
      return List.of();
    }
    if (!found.get().isOwnersOnly()) {
      mistakes.add(file + ": others may read it; run chmod 600 on it");
      return List.of();
    }
    return parse(file, found.get().text().lines().toList(), mistakes);
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
