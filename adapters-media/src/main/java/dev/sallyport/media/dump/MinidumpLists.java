package dev.sallyport.media.dump;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;

import dev.sallyport.media.rebuild.ContentCursor;
import java.io.IOException;

/**
 * Follows what the <a
 * href="https://learn.microsoft.com/en-us/windows/win32/api/minidumpapiset/ne-minidumpapiset-minidump_stream_type">streams</a>
 * of a minidump refer to: stacks, contexts, names, debug records, memory.
 */
final class MinidumpLists {
  private static final int THREAD = 48;
  private static final int THREAD_EX = 64;
  private static final int MODULE = 108;
  private static final int RANGE = 16;
  private static final int THREAD_NAME = 12;

  private final ContentCursor bytes;
  private final References references;
  private final CrashpadInfo crashpad;

  MinidumpLists(ContentCursor bytes, References references) {
    this.bytes = bytes;
    this.references = references;
    crashpad = new CrashpadInfo(bytes, references);
  }

  /** Follows the stream at the cursor; what is not listed here refers to nothing. */
  void follow(long type, long length) throws IOException {
    switch ((int) type) {
      case 3 -> threads(length, THREAD);
      case 4 -> modules(length);
      case 5 -> memory(length);
      case 6 -> exception(length);
      case 7 -> systemInfo(length);
      case 8 -> threads(length, THREAD_EX);
      case 9 -> memory64(length);
      case 12 -> handles(length);
      case 14 -> unloadedModules(length);
      case 16 -> sized(length, true);
      case 17 -> sized(length, false);
      case 24 -> threadNames(length);
      case CrashpadInfo.TYPE -> crashpad.follow(length);
      default -> {
        // Raw bytes, or fields without a place in them.
      }
    }
  }

  /** Returns the number of entries of a list, which may align them to 8 bytes. */
  private long count(long length, int entry) throws IOException {
    malformedUnless(length >= 4);
    long count = bytes.u32le();
    long exact = 4 + count * entry;
    malformedUnless(length == exact || length == exact + 4);
    bytes.skip(length - exact);
    return count;
  }

  private void threads(long length, int entry) throws IOException {
    long count = count(length, entry);
    for (long i = 0; i < count; i++) {
      bytes.skip(24);
      range();
      location();
      if (entry == THREAD_EX) {
        range();
      }
    }
  }

  private void modules(long length) throws IOException {
    long count = count(length, MODULE);
    for (long i = 0; i < count; i++) {
      bytes.skip(20);
      references.string(bytes.u32le());
      bytes.skip(52);
      location();
      location();
      bytes.skip(16);
    }
  }

  private void memory(long length) throws IOException {
    long count = count(length, RANGE);
    for (long i = 0; i < count; i++) {
      range();
    }
  }

  /** Ranges whose bytes follow one another from one place on. */
  private void memory64(long length) throws IOException {
    malformedUnless(length >= RANGE);
    long count = bytes.i64le();
    long place = bytes.i64le();
    malformedUnless(count >= 0 && count == (length - RANGE) / RANGE && length % RANGE == 0);
    for (long i = 0; i < count; i++) {
      bytes.skip(8);
      long size = bytes.i64le();
      malformedUnless(size >= 0);
      references.refer(place, size);
      place += size;
    }
  }

  private void exception(long length) throws IOException {
    malformedUnless(length == 168);
    bytes.skip(160);
    location();
  }

  private void systemInfo(long length) throws IOException {
    malformedUnless(length >= 56);
    bytes.skip(24);
    references.string(bytes.u32le());
  }

  private void unloadedModules(long length) throws IOException {
    long count = header(length, 24, false);
    for (long i = 0; i < count; i++) {
      bytes.skip(20);
      references.string(bytes.u32le());
    }
  }

  private void handles(long length) throws IOException {
    malformedUnless(length >= 16);
    long head = bytes.u32le();
    long entry = bytes.u32le();
    long count = bytes.u32le();
    malformedUnless(head == 16 && entry >= 32 && entry <= 64 && length == head + count * entry);
    bytes.skip(4);
    for (long i = 0; i < count; i++) {
      bytes.skip(8);
      references.string(bytes.u32le());
      references.string(bytes.u32le());
      bytes.skip(entry - 16);
    }
  }

  private void sized(long length, boolean wide) throws IOException {
    header(length, 16, wide);
  }

  /** Reads a list's own description and goes to its first entry. */
  private long header(long length, int atLeast, boolean wide) throws IOException {
    int read = wide ? 16 : 12;
    malformedUnless(length >= read);
    long head = bytes.u32le();
    long entry = bytes.u32le();
    long count = wide ? bytes.i64le() : bytes.u32le();
    malformedUnless(head >= read && head <= length && entry >= atLeast && entry <= 4096);
    malformedUnless(count >= 0 && count <= length && length == head + count * entry);
    malformedUnless(wide || atLeast != 24 || entry == atLeast);
    bytes.skip(head - read);
    return count;
  }

  private void threadNames(long length) throws IOException {
    malformedUnless(length >= 4);
    long count = bytes.u32le();
    malformedUnless(length == 4 + count * THREAD_NAME);
    for (long i = 0; i < count; i++) {
      bytes.skip(4);
      references.string(bytes.i64le());
    }
  }

  private void range() throws IOException {
    bytes.skip(8);
    location();
  }

  private void location() throws IOException {
    long length = bytes.u32le();
    references.refer(bytes.u32le(), length);
  }
}
