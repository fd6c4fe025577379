package dev.sallyport.media.video;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;
import static dev.sallyport.media.rebuild.UnfitContentException.refuseUnless;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.ContentCursor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Reads <a href="https://www.rfc-editor.org/rfc/rfc8794">EBML</a> elements (RFC 8794), and makes
 * those that nobody needs to see void.
 */
final class Ebml {
  static final int VOID = 0xec;
  static final int CRC = 0xbf;
  private static final int LONGEST_ID = 4;
  private static final int LONGEST_SIZE = 8;
  private static final int LONGEST_TEXT = 64;

  private final ContentCursor bytes;
  private final Patches patches;

  Ebml(ContentCursor bytes, Patches patches) {
    this.bytes = bytes;
    this.patches = patches;
  }

  /**
   * An element.
   *
   * @param end the place after its content; -1 when it does not say
   */
  record Element(int id, long start, long body, long end) {
    long length() {
      return end - body;
    }
  }

  /** Is shown elements one after the other, with the cursor at the beginning of their content. */
  @FunctionalInterface
  interface Visitor {
    void visit(Element element) throws IOException;
  }

  ContentCursor bytes() {
    return bytes;
  }

  Patches patches() {
    return patches;
  }

  /** Reads the head of the element at the cursor. */
  Element next() throws IOException {
    long start = bytes.position();
    int first = bytes.u8();
    int length = Integer.numberOfLeadingZeros(first) - 23;
    malformedUnless(length <= LONGEST_ID);
    int id = first;
    for (int i = 1; i < length; i++) {
      id = id << 8 | bytes.u8();
    }
    long size = number();
    long body = bytes.position();
    if (size < 0) {
      return new Element(id, start, body, -1);
    }
    refuseUnless(size <= bytes.remaining(), ReasonCode.TRUNCATED);
    return new Element(id, start, body, body + size);
  }

  /** Reads a number that tells its own length; -1 when all its bits are set. */
  long number() throws IOException {
    int first = bytes.u8();
    int length = Integer.numberOfLeadingZeros(first) - 23;
    malformedUnless(length <= LONGEST_SIZE);
    long value = first & ((0x80 >> (length - 1)) - 1);
    for (int i = 1; i < length; i++) {
      value = value << 8 | bytes.u8();
    }
    return value == (1L << (7 * length)) - 1 ? -1 : value;
  }

  /** Shows all elements within another one; fillers and checksums are dealt with here. */
  void children(Element parent, Visitor visitor) throws IOException {
    bytes.seek(parent.body());
    while (bytes.position() < parent.end()) {
      Element child = next();
      malformedUnless(child.end() >= 0 && child.end() <= parent.end());
      if (!filler(child)) {
        visitor.visit(child);
      }
      bytes.seek(child.end());
    }
  }

  /** Clears an element that fills a gap or sums up what may be overwritten. */
  boolean filler(Element element) throws IOException {
    if (element.id() == CRC) {
      malformedUnless(element.length() == 4);
      makeVoid(element);
    } else if (element.id() == VOID && !bytes.seek(element.body()).areZero(element.length())) {
      patches.tag();
      patches.zero(element.body(), element.length());
    }
    return element.id() == CRC || element.id() == VOID;
  }

  /** Makes an element void, and notes that it was a tag. */
  void drop(Element element) throws IOException {
    malformedUnless(element.end() >= 0);
    patches.tag();
    makeVoid(element);
  }

  /** Makes an element void; whole, it is as long as before. */
  void makeVoid(Element element) throws IOException {
    long whole = element.end() - element.start();
    if (whole > LONGEST_SIZE) {
      long rest = whole - 1 - LONGEST_SIZE;
      byte[] head = new byte[1 + LONGEST_SIZE];
      ByteBuffer.wrap(head).putLong(1, 1L << 56 | rest).put(0, (byte) VOID);
      patches.put(element.start(), head, rest);
    } else {
      byte[] head = {(byte) VOID, (byte) (0x80 | (whole - 2))};
      patches.put(element.start(), head, whole - 2);
    }
  }

  /** Reads an unsigned number. */
  long unsigned(Element element) throws IOException {
    malformedUnless(element.length() <= LONGEST_SIZE);
    long value = 0;
    bytes.seek(element.body());
    for (long i = 0; i < element.length(); i++) {
      value = value << 8 | bytes.u8();
    }
    return value;
  }

  /** Reads short text, which zeros may follow. */
  String text(Element element) throws IOException {
    malformedUnless(element.length() <= LONGEST_TEXT);
    byte[] text = bytes.seek(element.body()).read((int) element.length());
    String whole = new String(text, StandardCharsets.ISO_8859_1);
    int zero = whole.indexOf('\0');
    return zero < 0 ? whole : whole.substring(0, zero);
  }
}
