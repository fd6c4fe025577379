package dev.sallyport.media.video;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;

import dev.sallyport.media.rebuild.ContentCursor;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;

/** Checks that a track's tables agree with one another and lead to media. */
final class Mp4Samples {
  private final Mp4Boxes boxes;
  private final MediaRanges media;
  private final Map<String, Mp4Box> tables;
  private final long descriptions;
  private final ContentCursor sizes;
  private final ContentCursor runs;
  private long sampleSize;
  private long samples;

  Mp4Samples(Mp4Boxes boxes, MediaRanges media, Map<String, Mp4Box> tables, long descriptions) {
    this.boxes = boxes;
    this.media = media;
    this.tables = tables;
    this.descriptions = descriptions;
    sizes = boxes.bytes().another();
    runs = boxes.bytes().another();
  }

  void check() throws IOException {
    readSizes();
    requireSum("stts", true);
    requireSum("ctts", false);
    requireAscending();
    chunks();
  }

  private Mp4Box table(String type) throws IOException {
    malformedUnless(tables.containsKey(type));
    return Objects.requireNonNull(tables.get(type));
  }

  private void readSizes() throws IOException {
    Mp4Box table = table("stsz");
    malformedUnless(table.length() >= 12);
    sampleSize = sizes.seek(table.body() + 4).u32();
    samples = sizes.u32();
    malformedUnless(table.length() == 12 + (sampleSize == 0 ? 4 * samples : 0));
  }

  /** Entries of a count and a value cover all samples. */
  private void requireSum(String type, boolean all) throws IOException {
    if (tables.containsKey(type)) {
      long count = boxes.count(table(type), 8, boxes.bytes());
      long sum = 0;
      for (long i = 0; i < count; i++) {
        sum += boxes.bytes().u32();
        boxes.bytes().skip(4);
      }
      malformedUnless(all ? sum == samples : sum <= samples);
    }
  }

  private void requireAscending() throws IOException {
    if (tables.containsKey("stss")) {
      long count = boxes.count(table("stss"), 4, boxes.bytes());
      long last = 0;
      for (long i = 0; i < count; i++) {
        long sample = boxes.bytes().u32();
        malformedUnless(sample > last && sample <= samples);
        last = sample;
      }
    }
  }

  private void chunks() throws IOException {
    boolean large = tables.containsKey("co64");
    malformedUnless(large != tables.containsKey("stco"));
    long chunks = boxes.count(table(large ? "co64" : "stco"), large ? 8 : 4, boxes.bytes());
    long runsLeft = boxes.count(table("stsc"), 12, runs);
    long next = runsLeft == 0 ? Long.MAX_VALUE : runs.u32();
    malformedUnless(chunks == 0 || next == 1);
    long perChunk = 0;
    long left = samples;
    for (long chunk = 1; chunk <= chunks; chunk++) {
      if (chunk == next) {
        perChunk = runs.u32();
        long description = runs.u32();
        malformedUnless(description > 0 && description <= descriptions);
        next = --runsLeft == 0 ? Long.MAX_VALUE : runs.u32();
        malformedUnless(next > chunk);
      }
      malformedUnless(perChunk <= left);
      left -= perChunk;
      long place = large ? boxes.bytes().i64() : boxes.bytes().u32();
      media.refer(place, length(perChunk));
    }
    malformedUnless(left == 0 && (runsLeft == 0 || chunks == 0));
  }

  private long length(long count) throws IOException {
    if (sampleSize > 0) {
      malformedUnless(count <= media.fileEnd() / sampleSize);
      return count * sampleSize;
    }
    long sum = 0;
    for (long i = 0; i < count; i++) {
      sum += sizes.u32();
    }
    return sum;
  }
}
