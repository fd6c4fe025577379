package dev.sallyport.media.video;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;
import static dev.sallyport.media.rebuild.UnfitContentException.refuseUnless;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.ContentCursor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Reads boxes, so many at most, and overwrites those that nobody needs to see. */
final class Mp4Boxes {
  private static final int MAX_BOXES = 1 << 18;
  private static final int HEAD = 8;
  private static final int LARGE_HEAD = 16;

  private final ContentCursor bytes;
  private final Patches patches;
  private int boxes;

  Mp4Boxes(ContentCursor bytes, Patches patches) {
    this.bytes = bytes;
    this.patches = patches;
  }

  /** Is shown boxes one after the other, with the cursor at the beginning of their content. */
  @FunctionalInterface
  interface Visitor {
    void visit(Mp4Box box) throws IOException;
  }

  ContentCursor bytes() {
    return bytes;
  }

  Patches patches() {
    return patches;
  }

  /**
   * Reads the head of the box at the cursor.
   *
   * @param end of what holds the box
   * @param beyond why a box that does not end within is refused
   */
  Mp4Box next(long end, ReasonCode beyond) throws IOException {
    malformedUnless(++boxes <= MAX_BOXES);
    long start = bytes.position();
    refuseUnless(end - start >= HEAD, beyond);
    long size = bytes.u32();
    String type = new String(bytes.read(4), StandardCharsets.ISO_8859_1);
    int head = HEAD;
    if (size == 1) {
      refuseUnless(end - start >= LARGE_HEAD, beyond);
      size = bytes.i64();
      head = LARGE_HEAD;
    } else if (size == 0) {
      malformedUnless(type.equals("mdat") && end == bytes.end());
      size = end - start;
    }
    malformedUnless(size >= head);
    refuseUnless(size <= end - start, beyond);
    return new Mp4Box(type, start, start + head, start + size);
  }

  /** Shows all boxes from a place within another one to its end. */
  void children(Mp4Box parent, long from, Visitor visitor) throws IOException {
    malformedUnless(from <= parent.end());
    bytes.seek(from);
    while (bytes.position() < parent.end()) {
      Mp4Box child = next(parent.end(), ReasonCode.MALFORMED);
      visitor.visit(child);
      bytes.seek(child.end());
    }
  }

  /** Decides over a box that is not understood where it stands. */
  void other(Mp4Box box) throws IOException {
    boolean encrypted = Set.of("pssh", "sinf", "senc", "encv", "enca").contains(box.type());
    refuseUnless(!encrypted, ReasonCode.ENCRYPTED);
    boolean filler = box.type().equals("free") || box.type().equals("skip");
    if (filler && bytes.seek(box.body()).areZero(box.length())) {
      return;
    }
    patches.tag();
    blank(box);
  }

  /** Makes a box a free one of zeros. */
  void blank(Mp4Box box) throws IOException {
    patches.put(box.start() + 4, new byte[] {'f', 'r', 'e', 'e'}, 0);
    patches.zero(box.body(), box.length());
  }

  /** Reads four bytes of version and flags. */
  int versionAndFlags(Mp4Box box) throws IOException {
    malformedUnless(box.length() >= 4);
    return bytes.seek(box.body()).i32();
  }

  /**
   * Reads a count after version and flags, which has to fill the box.
   *
   * @param entry bytes of each entry
   * @param cursor reads the count, and stays at the first entry
   */
  long count(Mp4Box box, int entry, ContentCursor cursor) throws IOException {
    malformedUnless(box.length() >= 8);
    long count = cursor.seek(box.body() + 4).u32();
    malformedUnless(box.length() == 8 + count * entry);
    return count;
  }

  /** Removes when something was made and changed, which stands first in such boxes. */
  void forgetTimes(Mp4Box box) throws IOException {
    int length = versionAndFlags(box) >>> 24 == 1 ? 16 : 8;
    malformedUnless(box.length() >= 4 + length + 8);
    ByteBuffer times = ByteBuffer.wrap(bytes.read(length));
    if (times.getLong(0) != 0 || times.getLong(length - 8) != 0) {
      patches.tag();
      patches.zero(box.body() + 4, length);
    }
  }
}
