package dev.sallyport.media.dump;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;
import static dev.sallyport.media.rebuild.UnfitContentException.refuseUnless;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.ContentCursor;
import java.io.IOException;

/** Looks up the places that a dump refers to, and remembers how far they reach. */
final class References {
  /** Writers align what they write to at most so many bytes. */
  private static final int ALIGNMENT = 16;

  private final ContentCursor bytes;
  private long directoryAt;
  private long directoryEnd;
  private long reached;

  References(ContentCursor bytes) {
    this.bytes = bytes.another();
  }

  /** Says where the directory is, which nothing else may cover. */
  void directory(long place, long length) throws IOException {
    refer(place, length);
    directoryAt = place;
    directoryEnd = place + length;
  }

  /** Checks that so many bytes are there, outside header and directory. */
  void refer(long place, long length) throws IOException {
    if (length == 0) {
      return;
    }
    malformedUnless(place >= MinidumpWalker.HEADER && length > 0);
    refuseUnless(length <= bytes.end() && place <= bytes.end() - length, ReasonCode.TRUNCATED);
    malformedUnless(place + length <= directoryAt || place >= directoryEnd);
    reached = Math.max(reached, place + length);
  }

  /** Checks a counted string of UTF-16 that ends in a zero; no place means no string. */
  void string(long place) throws IOException {
    if (place != 0) {
      refer(place, 4);
      long length = bytes.seek(place).u32le();
      malformedUnless(length % 2 == 0);
      refer(place, 4 + length + 2);
    }
  }

  /** Checks counted bytes with so many behind them; no place means no bytes. */
  void counted(long place, int behind) throws IOException {
    if (place != 0) {
      refer(place, 4);
      refer(place, 4 + bytes.seek(place).u32le() + behind);
    }
  }

  /** Refuses bytes that nothing refers to at the end, but for what fills up to a border. */
  void requireEnd() throws IOException {
    long rest = bytes.end() - reached;
    boolean filler = rest < ALIGNMENT && bytes.seek(reached).areZero(rest);
    refuseUnless(filler, ReasonCode.TRAILING_DATA);
  }
}
