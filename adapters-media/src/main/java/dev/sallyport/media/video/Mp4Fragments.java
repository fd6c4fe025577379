package dev.sallyport.media.video;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;

import dev.sallyport.media.rebuild.ContentCursor;
import java.io.IOException;
import java.util.Map;

/** Walks over movie fragments, whose runs of samples lead to media too. */
final class Mp4Fragments {
  private static final int BASE_GIVEN = 0x1;
  private static final int DESCRIPTION_GIVEN = 0x2;
  private static final int DURATION_GIVEN = 0x8;
  private static final int SIZE_GIVEN = 0x10;
  private static final int BASE_IS_FRAGMENT = 0x20000;
  private static final int OFFSET_GIVEN = 0x1;
  private static final int FIRST_FLAGS_GIVEN = 0x4;
  private static final int SAMPLE_SIZES = 0x200;

  private final Mp4Boxes boxes;
  private final ContentCursor bytes;
  private final MediaRanges media;
  private final Map<Long, Long> defaults;
  private long base;
  private long place;
  private long sampleSize;
  private boolean headed;

  Mp4Fragments(Mp4Boxes boxes, MediaRanges media, Map<Long, Long> defaults) {
    this.boxes = boxes;
    bytes = boxes.bytes();
    this.media = media;
    this.defaults = defaults;
  }

  void walk(Mp4Box fragment) throws IOException {
    place = fragment.start();
    boxes.children(
        fragment,
        fragment.body(),
        box -> {
          switch (box.type()) {
            case "mfhd" -> malformedUnless(box.length() == 8);
            case "traf" -> {
              headed = false;
              boxes.children(box, box.body(), part -> track(part, fragment));
            }
            default -> boxes.other(box);
          }
        });
  }

  private void track(Mp4Box box, Mp4Box fragment) throws IOException {
    switch (box.type()) {
      case "tfhd" -> header(box, fragment);
      case "trun" -> run(box);
      case "tfdt" -> malformedUnless(box.length() == 8 || box.length() == 12);
      case "sdtp", "sbgp", "sgpd" -> malformedUnless(box.length() >= 4);
      default -> boxes.other(box);
    }
  }

  private void header(Mp4Box box, Mp4Box fragment) throws IOException {
    malformedUnless(!headed);
    headed = true;
    int flags = boxes.versionAndFlags(box);
    int given = flags & (BASE_GIVEN | DESCRIPTION_GIVEN | DURATION_GIVEN | SIZE_GIVEN | 0x20);
    long expected = 8 + 4L * Integer.bitCount(given) + ((flags & BASE_GIVEN) != 0 ? 4 : 0);
    malformedUnless(box.length() == expected);
    long track = bytes.u32();
    malformedUnless(defaults.containsKey(track));
    sampleSize = defaults.getOrDefault(track, 0L);
    base = (flags & BASE_IS_FRAGMENT) != 0 ? fragment.start() : place;
    if ((flags & BASE_GIVEN) != 0) {
      base = bytes.i64();
    }
    bytes.skip(4L * Integer.bitCount(given & (DESCRIPTION_GIVEN | DURATION_GIVEN)));
    if ((flags & SIZE_GIVEN) != 0) {
      sampleSize = bytes.u32();
    }
    place = base;
  }

  private void run(Mp4Box box) throws IOException {
    malformedUnless(headed);
    int flags = boxes.versionAndFlags(box);
    int head = (flags & OFFSET_GIVEN) != 0 ? 12 : 8;
    head += (flags & FIRST_FLAGS_GIVEN) != 0 ? 4 : 0;
    int entry = 4 * Integer.bitCount(flags & 0xf00);
    malformedUnless(box.length() >= head);
    long count = bytes.u32();
    malformedUnless(box.length() == head + count * entry);
    if ((flags & OFFSET_GIVEN) != 0) {
      place = base + bytes.i32();
    }
    long length = length(box, flags, head, entry, count);
    media.refer(place, length);
    place += length;
  }

  private long length(Mp4Box box, int flags, int head, int entry, long count) throws IOException {
    if ((flags & SAMPLE_SIZES) == 0) {
      malformedUnless(sampleSize == 0 || count <= media.fileEnd() / sampleSize);
      return count * sampleSize;
    }
    bytes.seek(box.body() + head + ((flags & 0x100) != 0 ? 4 : 0));
    long sum = 0;
    for (long i = 0; i < count; i++) {
      sum += bytes.u32();
      bytes.seek(bytes.position() + entry - 4);
    }
    return sum;
  }
}
