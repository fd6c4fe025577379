package dev.sallyport.media.dump;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;

import dev.sallyport.media.rebuild.ContentCursor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Walks over the directory of a <a
 * href="https://learn.microsoft.com/en-us/windows/win32/api/minidumpapiset/ns-minidumpapiset-minidump_header">minidump</a>
 * and over all streams, each of a known type and there at most once.
 */
final class MinidumpWalker {
  static final int HEADER = 32;
  private static final long SIGNATURE = 0x504d444d;
  private static final int VERSION = 0xa793;
  private static final int ENTRY = 12;
  private static final int MAX_STREAMS = 256;
  private static final long UNUSED = 0;
  private static final long LAST_OF_WINDOWS = 24;

  /** Streams of Breakpad and of Crashpad begin with the vendor's two letters. */
  private static final Set<Long> VENDORS = Set.of(0x4767L, 0x4350L);

  private final ContentCursor bytes;
  private final References references;
  private final MinidumpLists lists;

  MinidumpWalker(ContentCursor bytes) {
    this.bytes = bytes;
    references = new References(bytes);
    lists = new MinidumpLists(bytes, references);
  }

  private record Stream(long type, long length, long place) {}

  void walk() throws IOException {
    malformedUnless(bytes.u32le() == SIGNATURE && bytes.u16le() == VERSION);
    bytes.skip(2);
    long streams = bytes.u32le();
    long directory = bytes.u32le();
    bytes.skip(HEADER - 16);
    malformedUnless(streams > 0 && streams <= MAX_STREAMS);
    references.directory(directory, streams * ENTRY);
    bytes.seek(directory);
    for (Stream stream : directory(streams)) {
      references.refer(stream.place, stream.length);
      if (stream.length > 0) {
        bytes.seek(stream.place);
        lists.follow(stream.type, stream.length);
      }
    }
    references.requireEnd();
  }

  private List<Stream> directory(long count) throws IOException {
    List<Stream> streams = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    for (long i = 0; i < count; i++) {
      Stream stream = new Stream(bytes.u32le(), bytes.u32le(), bytes.u32le());
      malformedUnless(stream.type == UNUSED || seen.add(stream.type));
      malformedUnless(stream.type <= LAST_OF_WINDOWS || VENDORS.contains(stream.type >>> 16));
      if (stream.type != UNUSED) {
        streams.add(stream);
      }
    }
    return streams;
  }
}
