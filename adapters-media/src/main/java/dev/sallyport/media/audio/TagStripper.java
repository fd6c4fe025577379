package dev.sallyport.media.audio;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;

import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.media.rebuild.ContentCursor;
import dev.sallyport.media.rebuild.RemovalTally;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Finds the tags that stand before and after audio frames by their own lengths: <a
 * href="https://id3.org/id3v2.4.0-structure">ID3v2</a>, <a href="https://id3.org/ID3v1">ID3v1</a>
 * with its enhancement, <a href="https://wiki.hydrogenaud.io/index.php?title=APEv2_specification">
 * APEv2</a> and <a href="https://id3.org/Lyrics3v2">Lyrics3</a>.
 */
final class TagStripper {
  private static final int MAX_TAGS = 32;
  private static final int ID3V1 = 128;
  private static final int ID3V1_ENHANCED = 227;
  private static final int ID3V2_HEADER = 10;
  private static final int APE_HEADER = 32;
  private static final int LYRICS_MAX = 5100 + 20;
  private static final String LYRICS_BEGIN = "LYRICSBEGIN";

  private final ContentCursor bytes;
  private final RemovalTally removed;
  private int tags;

  TagStripper(ContentCursor bytes, RemovalTally removed) {
    this.bytes = bytes;
    this.removed = removed;
  }

  /** Leaves the cursor after the last tag that stands at its place. */
  void stripStart() throws IOException {
    long start;
    do {
      start = bytes.position();
      long length = 0;
      if (looking(start, "ID3")) {
        length = id3v2(start);
      } else if (looking(start, "APETAGEX")) {
        length = ape(start, true);
      }
      malformedUnless(length >= 0);
      bytes.seek(start).skip(length);
      note(length);
    } while (bytes.position() > start);
  }

  /** Lets the content end before the tags that stand at its end; stays where it is. */
  void stripEnd() throws IOException {
    long here = bytes.position();
    long length;
    do {
      length = last(bytes.end());
      bytes.seek(here);
      malformedUnless(length >= 0 && length <= bytes.remaining());
      bytes.endAt(bytes.end() - length);
      note(length);
    } while (length > 0);
  }

  /** Lets the content end before an ID3v1 tag that stands at its end; stays where it is. */
  void stripId3v1() throws IOException {
    long here = bytes.position();
    boolean tagged = looking(bytes.end() - ID3V1, "TAG");
    bytes.seek(here);
    if (tagged && bytes.remaining() >= ID3V1) {
      bytes.endAt(bytes.end() - ID3V1);
      note(ID3V1);
    }
  }

  private void note(long length) throws IOException {
    if (length > 0) {
      malformedUnless(++tags <= MAX_TAGS);
      removed.add(Removal.Kind.AUDIO_TAG);
    }
  }

  private long last(long end) throws IOException {
    if (looking(end - ID3V1, "TAG")) {
      boolean enhanced = looking(end - ID3V1 - ID3V1_ENHANCED, "TAG+");
      return enhanced ? ID3V1 + ID3V1_ENHANCED : ID3V1;
    }
    if (looking(end - APE_HEADER, "APETAGEX")) {
      return ape(end - APE_HEADER, false);
    }
    if (looking(end - 9, "LYRICS200")) {
      return lyrics2(end);
    }
    if (looking(end - 9, "LYRICSEND")) {
      return lyrics1(end);
    }
    return looking(end - ID3V2_HEADER, "3DI") ? id3v2(end - ID3V2_HEADER) : 0;
  }

  /** Returns the length of a whole tag, told by its header or its footer. */
  private long id3v2(long header) throws IOException {
    bytes.seek(header + 3);
    int version = bytes.u8();
    int revision = bytes.u8();
    int flags = bytes.u8();
    malformedUnless(version >= 2 && version <= 4 && revision != 0xff);
    long size = 0;
    for (int i = 0; i < 4; i++) {
      int seven = bytes.u8();
      malformedUnless(seven < 0x80);
      size = size << 7 | seven;
    }
    boolean footer = version == 4 && (flags & 0x10) != 0;
    return ID3V2_HEADER + size + (footer ? ID3V2_HEADER : 0);
  }

  /** The size in either header counts one of the two, the footer. */
  private long ape(long header, boolean first) throws IOException {
    bytes.seek(header + 8);
    long version = bytes.u32le();
    long size = bytes.u32le();
    bytes.skip(4);
    long flags = bytes.u32le();
    malformedUnless(version == 1000 || version == 2000);
    malformedUnless(size >= APE_HEADER || first);
    boolean both = version == 2000 && (flags & 0x8000_0000L) != 0;
    return size + (both || first ? APE_HEADER : 0);
  }

  private long lyrics2(long end) throws IOException {
    malformedUnless(end >= 15);
    bytes.seek(end - 15);
    long size = 0;
    for (int i = 0; i < 6; i++) {
      int digit = bytes.u8() - '0';
      malformedUnless(digit >= 0 && digit <= 9);
      size = 10 * size + digit;
    }
    malformedUnless(looking(end - 15 - size, LYRICS_BEGIN));
    return size + 15;
  }

  private long lyrics1(long end) throws IOException {
    for (long start = end - 9; start >= Math.max(0, end - LYRICS_MAX); start--) {
      if (looking(start, LYRICS_BEGIN)) {
        return end - start;
      }
    }
    malformedUnless(false);
    return 0;
  }

  private boolean looking(long place, String text) throws IOException {
    if (place < 0 || place + text.length() > bytes.end()) {
      return false;
    }
    byte[] there = bytes.seek(place).read(text.length());
    return new String(there, StandardCharsets.ISO_8859_1).equals(text);
  }
}
