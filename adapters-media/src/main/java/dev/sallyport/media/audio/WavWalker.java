package dev.sallyport.media.audio;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;
import static dev.sallyport.media.rebuild.UnfitContentException.refuseUnless;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.media.rebuild.ContentCursor;
import dev.sallyport.media.rebuild.RemovalTally;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * Walks over all chunks of a RIFF/WAVE or <a
 * href="https://tech.ebu.ch/docs/tech/tech3306v1_0.pdf">RF64</a> file: one {@code fmt }, then one
 * {@code data} of whole blocks, sizes that add up to the size of the file. Filler is dropped
 * without a note, every other chunk as a tag.
 */
final class WavWalker {
  private static final int RIFF = chunk("RIFF");
  private static final int RF64 = chunk("RF64");
  private static final int WAVE = chunk("WAVE");
  private static final int DS64 = chunk("ds64");
  private static final int FORMAT = chunk("fmt ");
  private static final int FACT = chunk("fact");
  private static final int DATA = chunk("data");
  private static final Set<Integer> FILLERS =
      Set.of(chunk("JUNK"), chunk("junk"), chunk("FLLR"), chunk("PAD "));
  private static final int MAX_CHUNKS = 4096;
  private static final long UNKNOWN = 0xffff_ffffL;

  private final ContentCursor bytes;
  private final RemovalTally removed;
  private Optional<WavFormat> format = Optional.empty();
  private long declaredFrames = -1;
  private long largeData = -1;
  private long dataAt = -1;
  private long dataLength;

  WavWalker(ContentCursor bytes, RemovalTally removed) {
    this.bytes = bytes;
    this.removed = removed;
  }

  /** What is kept: the format, where the samples are, and how many frames they make. */
  record Layout(WavFormat format, long dataAt, long dataLength, long frames) {}

  static int chunk(String name) {
    return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
  }

  Layout walk() throws IOException {
    int magic = bytes.i32();
    malformedUnless(magic == RIFF || magic == RF64);
    long size = bytes.u32le();
    malformedUnless(bytes.i32() == WAVE);
    if (magic == RF64) {
      malformedUnless(size == UNKNOWN && bytes.i32() == DS64);
      size = readSizes();
    }
    endAt(size);
    for (int chunks = 0; bytes.remaining() > 0; chunks++) {
      malformedUnless(chunks < MAX_CHUNKS);
      chunk();
    }
    return layout();
  }

  private long readSizes() throws IOException {
    long length = bytes.u32le();
    malformedUnless(length >= 28);
    long size = bytes.i64le();
    largeData = bytes.i64le();
    malformedUnless(size >= 0 && largeData >= 0);
    bytes.skip(length - 16);
    return size;
  }

  /** An odd last chunk may leave its padding byte out of the sum, or out of the file. */
  private void endAt(long size) throws IOException {
    long here = bytes.position();
    refuseUnless(size <= bytes.end() - 8, ReasonCode.TRUNCATED);
    malformedUnless(size + 8 >= here);
    if (size + 9 == bytes.end() && size % 2 == 1) {
      refuseUnless(bytes.seek(size + 8).u8() == 0, ReasonCode.TRAILING_DATA);
      bytes.seek(here);
    } else {
      refuseUnless(size + 8 == bytes.end(), ReasonCode.TRAILING_DATA);
    }
    bytes.endAt(size + 8);
  }

  private void chunk() throws IOException {
    malformedUnless(bytes.remaining() >= 8);
    int name = bytes.i32();
    long length = bytes.u32le();
    malformedUnless(isName(name));
    if (name == DATA && length == UNKNOWN && largeData >= 0) {
      length = largeData;
    }
    malformedUnless(length <= bytes.remaining());
    long end = bytes.position() + length;
    content(name, length);
    bytes.seek(end);
    if (length % 2 == 1 && bytes.remaining() > 0) {
      malformedUnless(bytes.u8() == 0);
    }
  }

  private void content(int name, long length) throws IOException {
    if (name == FORMAT) {
      malformedUnless(format.isEmpty());
      format = Optional.of(WavFormat.read(bytes, length));
    } else if (name == DATA) {
      malformedUnless(format.isPresent() && dataAt < 0);
      dataAt = bytes.position();
      dataLength = length;
    } else if (name == FACT) {
      malformedUnless(declaredFrames < 0 && length >= 4);
      declaredFrames = bytes.u32le();
    } else if (!FILLERS.contains(name)) {
      removed.add(Removal.Kind.AUDIO_TAG);
    }
  }

  private Layout layout() throws IOException {
    malformedUnless(dataAt >= 0);
    WavFormat found = format.orElseThrow();
    malformedUnless(dataLength % found.blockAlign() == 0);
    long most = found.frames(dataLength);
    boolean declared = declaredFrames >= 0 && !found.isPlainPcm() && declaredFrames != UNKNOWN;
    malformedUnless(!declared || declaredFrames <= most);
    refuseUnless(dataLength < UNKNOWN - 256, ReasonCode.UNSUPPORTED_TYPE);
    return new Layout(found, dataAt, dataLength, declared ? declaredFrames : most);
  }

  private static boolean isName(int name) {
    for (int shift = 0; shift < 32; shift += 8) {
      int letter = name >>> shift & 0xff;
      if (letter < ' ' || letter > '~') {
        return false;
      }
    }
    return true;
  }
}
