package dev.sallyport.media.scratch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Gives files that only this process can reach, in a folder {@code spill} that only its user may
 * enter.
 *
 * <p>A file is deleted by the same call that opens it: on POSIX systems its name goes at once and
 * its bytes when the process closes it or dies; on Windows the system deletes it with its last
 * handle. So nothing can be left behind for a later start to find, however this process ends.
 */
final class SpillFolder {
  private static final Set<PosixFilePermission> OWNER_ONLY_FOLDER =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> OWNER_ONLY_FILE =
      PosixFilePermissions.fromString("rw-------");
  private static final Set<StandardOpenOption> NEW_AND_UNLINKED =
      Set.of(
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.READ,
          StandardOpenOption.WRITE,
          StandardOpenOption.DELETE_ON_CLOSE);

  private final Path folder;
  private volatile boolean proven;

  SpillFolder(Path directory) {
    folder = directory.resolve("spill");
  }

  /** Opens a new, empty, nameless file for writing and reading. */
  FileChannel newFile() throws IOException {
    if (!proven) {
      makeFolder();
      proven = true;
    }
    try {
      return open();
    } catch (NoSuchFileException e) {
      makeFolder(); // Somebody tidied it away.
      return open();
    }
  }

  private FileChannel open() throws IOException {
    // The name only has to be free; CREATE_NEW refuses one that is taken, links included.
    ThreadLocalRandom random = ThreadLocalRandom.current();
    Path file = folder.resolve(new UUID(random.nextLong(), random.nextLong()).toString());
    return FileChannel.open(file, NEW_AND_UNLINKED, permissions(OWNER_ONLY_FILE));
  }

  private void makeFolder() throws IOException {
    Files.createDirectories(folder.toAbsolutePath().getParent());
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectory(folder, permissions(OWNER_ONLY_FOLDER));
    }
    PosixFileAttributeView view =
        Files.getFileAttributeView(folder, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view != null) {
      view.setPermissions(OWNER_ONLY_FOLDER);
    }
  }

  private FileAttribute<?>[] permissions(Set<PosixFilePermission> permissions) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)}
        : new FileAttribute<?>[0];
  }
}
