package dev.sallyport.media.video;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;

import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.media.rebuild.ContentCursor;
import dev.sallyport.media.rebuild.RemovalTally;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What is to be overwritten in content that else stays as it is. */
final class Patches {
  private static final int MAX = 1 << 16;
  private static final byte[] ZEROS = new byte[1 << 12];

  private final RemovalTally removed;
  private final List<Patch> patches = new ArrayList<>();

  Patches(RemovalTally removed) {
    this.removed = removed;
  }

  /**
   * Bytes that stand in a place of the content.
   *
   * @param head the first of them
   * @param zeros how many follow
   */
  private record Patch(
      long place, @SuppressWarnings("ArrayRecordComponent") byte[] head, long zeros) {
    long end() {
      return place + head.length + zeros;
    }
  }

  /** Puts bytes and zeros in a place. */
  void put(long place, byte[] head, long zeros) throws IOException {
    malformedUnless(patches.size() < MAX);
    patches.add(new Patch(place, head, zeros));
  }

  /** Puts zeros in a place. */
  void zero(long place, long count) throws IOException {
    put(place, new byte[0], count);
  }

  /** Notes that what is overwritten was a tag. */
  void tag() {
    removed.add(Removal.Kind.AUDIO_TAG);
  }

  /** Writes the content with everything overwritten. */
  void write(ContentCursor bytes, OutputStream sink) throws IOException {
    bytes.seek(0);
    patches.sort(Comparator.comparingLong(Patch::place));
    for (Patch patch : patches) {
      if (patch.place < bytes.position()) {
        // It lies within one that was written already.
        continue;
      }
      bytes.copy(patch.place - bytes.position(), sink);
      sink.write(patch.head);
      for (long left = patch.zeros; left > 0; left -= ZEROS.length) {
        sink.write(ZEROS, 0, (int) Math.min(left, ZEROS.length));
      }
      bytes.seek(patch.end());
    }
    bytes.copy(bytes.remaining(), sink);
  }
}
