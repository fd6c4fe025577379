package dev.sallyport.inmemory.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Collects bytes of unknown number: in memory while they are few and there is room, else in a file.
 * Used by one thread.
 */
final class Spool {
  private static final int FIRST_CAPACITY = 4096;

  private final Room room;
  private byte[] memory = new byte[0];
  private @Nullable Path file;
  private @Nullable OutputStream sink;
  private long size;
  private long diskTaken;

  Spool(Room room) {
    this.room = room;
  }

  /** What all spools of a store share. */
  record Room(SpillFolder folder, int memoryLimit, Budget memory, Budget disk) {}

  /** No more bytes fit anywhere. */
  static final class FullException extends IOException {
    private static final long serialVersionUID = 1L;

    FullException() {
      super("the object store is full");
    }
  }

  void append(byte[] bytes, int from, int count) throws IOException {
    if (sink == null && !fitsMemory(count)) {
      spill();
    }
    if (sink == null) {
      System.arraycopy(bytes, from, memory, (int) size, count);
    } else {
      takeDisk(count);
      sink.write(bytes, from, count);
    }
    size += count;
  }

  /** Ends the writing; the blob owns the room from now on. */
  Blob finish() throws IOException {
    if (sink != null && file != null) {
      sink.close();
      Blob blob = Blob.onDisk(file, diskTaken, room.disk());
      forget();
      return blob;
    }
    byte[] exact = Arrays.copyOf(memory, (int) size);
    room.memory().giveBack(memory.length - size);
    forget();
    return Blob.inMemory(exact, room.memory());
  }

  /** Gives everything back, unless a blob has it. */
  void discard() throws IOException {
    Path written = file;
    OutputStream open = sink;
    room.disk().giveBack(diskTaken);
    room.memory().giveBack(memory.length);
    forget();
    try (open) {
      if (written != null) {
        Files.deleteIfExists(written);
      }
    }
  }

  private boolean fitsMemory(int count) {
    long needed = size + count;
    if (needed > room.memoryLimit()) {
      return false;
    }
    if (needed <= memory.length) {
      return true;
    }
    long capacity = Math.max(needed, Math.max(FIRST_CAPACITY, 2L * memory.length));
    int next = (int) Math.min(capacity, room.memoryLimit());
    if (!room.memory().take(next - memory.length)) {
      return false;
    }
    memory = Arrays.copyOf(memory, next);
    return true;
  }

  private void spill() throws IOException {
    takeDisk(size);
    Path target = room.folder().newFile();
    file = target;
    sink = Files.newOutputStream(target);
    sink.write(memory, 0, (int) size);
    room.memory().giveBack(memory.length);
    memory = new byte[0];
  }

  private void takeDisk(long count) throws FullException {
    if (!room.disk().take(count)) {
      throw new FullException();
    }
    diskTaken += count;
  }

  private void forget() {
    memory = new byte[0];
    file = null;
    sink = null;
    size = 0;
    diskTaken = 0;
  }
}
