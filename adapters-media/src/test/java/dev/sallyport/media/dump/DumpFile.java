package dev.sallyport.media.dump;

import dev.sallyport.media.rebuild.ByteBuilder;
import java.util.ArrayList;
import java.util.List;

/** Builds minidumps, good and bad: header, directory, then streams and what they refer to. */
final class DumpFile {
  private record Stream(long type, long length, long place) {}

  private final int streams;
  private final List<Stream> directory = new ArrayList<>();
  private final ByteBuilder body = new ByteBuilder();
  private long signature = 0x504d444d;
  private long version = 0xa793;
  private long directoryAt = 32;
  private long streamsTold;

  DumpFile(int streams) {
    this.streams = streams;
    streamsTold = streams;
  }

  /** Returns where the next bytes will be. */
  long here() {
    return 32 + 12L * streams + body.size();
  }

  /** Adds bytes for something to refer to. */
  long put(byte[] bytes) {
    long place = here();
    body.raw(bytes);
    return place;
  }

  long string(String text) {
    ByteBuilder string = new ByteBuilder().le(4, 2L * text.length());
    text.chars().forEach(letter -> string.le(2, letter));
    return put(string.zeros(2).bytes());
  }

  DumpFile stream(long type, byte[] bytes) {
    return stream(type, bytes.length, put(bytes));
  }

  DumpFile stream(long type, long length, long place) {
    directory.add(new Stream(type, length, place));
    return this;
  }

  DumpFile signature(long told) {
    signature = told;
    return this;
  }

  DumpFile version(long told) {
    version = told;
    return this;
  }

  DumpFile directory(long count, long place) {
    streamsTold = count;
    directoryAt = place;
    return this;
  }

  /** Returns a list of one thread. */
  static byte[] threads(long stackSize, long stack, long contextSize, long context) {
    ByteBuilder list = new ByteBuilder().le(4, 1).zeros(24).le(8, 0x7fff_0000L).le(4, stackSize);
    return list.le(4, stack).le(4, contextSize).le(4, context).bytes();
  }

  /** Returns a list of one module. */
  static byte[] modules(long name, long recordSize, long record) {
    ByteBuilder list = new ByteBuilder().le(4, 1).zeros(20).le(4, name).zeros(52);
    return list.le(4, recordSize).le(4, record).zeros(24).bytes();
  }

  static byte[] memory(long size, long place) {
    return new ByteBuilder().le(4, 1).le(8, 0x1000).le(4, size).le(4, place).bytes();
  }

  static byte[] memory64(long place, long... sizes) {
    ByteBuilder list = new ByteBuilder().le(8, sizes.length).le(8, place);
    for (long size : sizes) {
      list.le(8, 0x1000).le(8, size);
    }
    return list.bytes();
  }

  static byte[] systemInfo(long servicePack) {
    return new ByteBuilder().zeros(24).le(4, servicePack).zeros(28).bytes();
  }

  static byte[] exception(long size, long place) {
    return new ByteBuilder().zeros(160).le(4, size).le(4, place).bytes();
  }

  byte[] bytes() {
    ByteBuilder file = new ByteBuilder().le(4, signature).le(4, version).le(4, streamsTold);
    file.le(4, directoryAt).le(4, 0).le(4, 1_700_000_000).le(8, 0);
    for (Stream stream : directory) {
      file.le(4, stream.type).le(4, stream.length).le(4, stream.place);
    }
    return file.raw(body.bytes()).bytes();
  }
}
