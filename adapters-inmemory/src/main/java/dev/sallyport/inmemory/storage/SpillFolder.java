package dev.sallyport.inmemory.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.UserPrincipal;

/**
 * A folder of this process alone for objects that are too large for memory: mode 0700, its files
 * 0600, all deleted when it closes.
 *
 * <p>The process holds a lock on a file in its folder. A folder of the same user whose lock is free
 * belonged to a process that died; whoever starts next deletes it. A folder gets its final name
 * only after its lock is held, so that nobody takes a young process for a dead one.
 */
final class SpillFolder implements AutoCloseable {
  private static final String PREFIX = "sallyport-store-";
  private static final String UNLOCKED_PREFIX = "sallyport-new-";
  private static final String LOCK = "lock";

  private final Path folder;
  private final FileChannel lock;

  private SpillFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** Makes a folder below an existing one, and deletes what dead processes left there. */
  static SpillFolder open(Path parent) {
    try {
      // The JDK makes temporary folders 0700 and temporary files 0600 wherever there are modes.
      Path unlocked = Files.createTempDirectory(parent, UNLOCKED_PREFIX);
      FileChannel channel =
          FileChannel.open(
              unlocked.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      channel.lock();
      String random = unlocked.getFileName().toString().substring(UNLOCKED_PREFIX.length());
      Path folder = Files.move(unlocked, unlocked.resolveSibling(PREFIX + random));
      SpillFolder opened = new SpillFolder(folder, channel);
      opened.deleteDead(parent);
      return opened;
    } catch (IOException e) {
      throw new UncheckedIOException("the temporary folder of the object store is unusable", e);
    }
  }

  Path newFile() throws IOException {
    return Files.createTempFile(folder, "object-", "");
  }

  Path folder() {
    return folder;
  }

  @Override
  public void close() {
    try (lock) {
      deleteFolder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("the temporary folder of the object store remains", e);
    }
  }

  private void deleteDead(Path parent) throws IOException {
    UserPrincipal owner = Files.getOwner(folder);
    try (DirectoryStream<Path> others = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path other : others) {
        if (!other.equals(folder) && isOurs(other, owner)) {
          deleteIfDead(other);
        }
      }
    }
  }

  private static boolean isOurs(Path other, UserPrincipal owner) throws IOException {
    try {
      return Files.isDirectory(other, LinkOption.NOFOLLOW_LINKS)
          && Files.getOwner(other, LinkOption.NOFOLLOW_LINKS).equals(owner);
    } catch (NoSuchFileException somebodyElseDeletedIt) {
      return false;
    }
  }

  private static void deleteIfDead(Path other) throws IOException {
    try (FileChannel channel = FileChannel.open(other.resolve(LOCK), StandardOpenOption.WRITE);
        FileLock free = channel.tryLock()) {
      if (free != null) {
        deleteFolder(other);
      }
    } catch (OverlappingFileLockException aliveInThisProcess) {
      return;
    } catch (NoSuchFileException somebodyElseDeletesIt) {
      return;
    }
  }

  private static void deleteFolder(Path folder) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (!file.endsWith(LOCK)) {
          Files.deleteIfExists(file);
        }
      }
    }
    // The lock goes last: a folder that is deleted half-way is found again.
    Files.deleteIfExists(folder.resolve(LOCK));
    Files.deleteIfExists(folder);
  }
}
