package dev.sallyport.media.video;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;
import static dev.sallyport.media.rebuild.UnfitContentException.refuseUnless;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.ContentCursor;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Where the samples of a file may be, and how far they reach. */
final class MediaRanges {
  private final TreeMap<Long, Long> ranges = new TreeMap<>();
  private final long fileEnd;
  private long reached;

  MediaRanges(long fileEnd) {
    this.fileEnd = fileEnd;
  }

  void add(Mp4Box media) {
    ranges.put(media.body(), media.end());
  }

  boolean isThere() {
    return !ranges.isEmpty();
  }

  long fileEnd() {
    return fileEnd;
  }

  /** Checks that samples are where samples may be. */
  void refer(long place, long length) throws IOException {
    malformedUnless(place >= 0 && length >= 0);
    refuseUnless(place <= fileEnd && length <= fileEnd - place, ReasonCode.TRUNCATED);
    if (length > 0) {
      Map.Entry<Long, Long> range = ranges.floorEntry(place);
      long end = range == null ? 0 : range.getValue();
      malformedUnless(place + length <= end);
      reached = Math.max(reached, place + length);
    }
  }

  /** Refuses what stands behind the last sample, where other formats begin at the end. */
  void requireEnd(ContentCursor bytes) throws IOException {
    Map.Entry<Long, Long> last = ranges.lastEntry();
    if (last != null) {
      long from = Math.max(reached, last.getKey());
      boolean filler = bytes.seek(from).areZero(Math.max(0, last.getValue() - from));
      refuseUnless(filler, ReasonCode.TRAILING_DATA);
    }
  }
}
