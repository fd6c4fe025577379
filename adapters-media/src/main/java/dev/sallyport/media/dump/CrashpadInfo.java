package dev.sallyport.media.dump;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;

import dev.sallyport.media.rebuild.ContentCursor;
import java.io.IOException;

/**
 * Follows the annotations that <a
 * href="https://chromium.googlesource.com/crashpad/crashpad/+/refs/heads/main/minidump/minidump_extensions.h">Crashpad</a>
 * writes beside its own stream.
 */
final class CrashpadInfo {
  static final int TYPE = 0x43500001;
  private static final int MAX_MODULES = 1 << 16;

  private final ContentCursor stream;
  private final ContentCursor modules;
  private final ContentCursor module;
  private final ContentCursor list;
  private final References references;

  CrashpadInfo(ContentCursor stream, References references) {
    this.stream = stream;
    this.references = references;
    modules = stream.another();
    module = stream.another();
    list = stream.another();
  }

  void follow(long length) throws IOException {
    malformedUnless(length >= 52);
    stream.skip(36);
    list(stream, 8, 2);
    long place = located(stream);
    if (place == 0) {
      return;
    }
    long count = modules.seek(place).u32le();
    malformedUnless(count <= MAX_MODULES);
    for (long i = 0; i < count; i++) {
      modules.skip(4);
      long info = located(modules);
      if (info != 0) {
        module.seek(info).skip(4);
        list(module, 4, 1);
        list(module, 8, 2);
        list(module, 12, 0);
      }
    }
  }

  /** Follows a list of strings, of pairs of strings, or of names with values. */
  private void list(ContentCursor from, int entry, int strings) throws IOException {
    long length = from.u32le();
    long place = from.u32le();
    references.refer(place, length);
    if (length == 0) {
      return;
    }
    malformedUnless(length >= 4);
    long count = list.seek(place).u32le();
    malformedUnless(length == 4 + count * entry);
    for (long i = 0; i < count; i++) {
      for (int string = 0; string < strings; string++) {
        references.counted(list.u32le(), 1);
      }
      if (strings == 0) {
        references.counted(list.u32le(), 1);
        list.skip(4);
        references.counted(list.u32le(), 0);
      }
    }
  }

  private long located(ContentCursor from) throws IOException {
    long length = from.u32le();
    long place = from.u32le();
    references.refer(place, length);
    return length == 0 ? 0 : place;
  }
}
