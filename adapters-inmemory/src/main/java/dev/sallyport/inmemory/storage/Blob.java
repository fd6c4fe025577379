package dev.sallyport.inmemory.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;

/** The bytes of one version with the room that they take up; the room is given back once. */
abstract class Blob {
  private final long size;
  private final Budget budget;
  private final AtomicBoolean freed = new AtomicBoolean();

  private Blob(long size, Budget budget) {
    this.size = size;
    this.budget = budget;
  }

  static Blob inMemory(byte[] bytes, Budget budget) {
    return new Memory(bytes, budget);
  }

  static Blob onDisk(Path file, long size, Budget budget) {
    return new Disk(file, size, budget);
  }

  /**
   * Opens the bytes at a place.
   *
   * @throws java.nio.file.NoSuchFileException when they have been freed
   */
  abstract InputStream open(long offset) throws IOException;

  abstract void delete() throws IOException;

  /** Frees the room; who reads already reads on. A second call does nothing. */
  final void free() throws IOException {
    if (freed.compareAndSet(false, true)) {
      budget.giveBack(size);
      delete();
    }
  }

  private static final class Memory extends Blob {
    private final byte[] bytes;

    Memory(byte[] bytes, Budget budget) {
      super(bytes.length, budget);
      this.bytes = bytes;
    }

    @Override
    InputStream open(long offset) {
      int from = Math.toIntExact(offset);
      return new ByteArrayInputStream(bytes, from, bytes.length - from);
    }

    @Override
    void delete() {}
  }

  private static final class Disk extends Blob {
    private final Path file;

    Disk(Path file, long size, Budget budget) {
      super(size, budget);
      this.file = file;
    }

    @Override
    InputStream open(long offset) throws IOException {
      FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
      return Channels.newInputStream(channel.position(offset));
    }

    @Override
    void delete() throws IOException {
      Files.deleteIfExists(file);
    }
  }
}
