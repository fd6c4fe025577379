package dev.sallyport.media.video;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;
import static dev.sallyport.media.rebuild.UnfitContentException.refuseUnless;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.ContentCursor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Walks over the outermost boxes of an MP4 file: a known brand first, one movie, media and
 * fragments, and nothing whose name is not known there.
 */
final class Mp4Walker {
  private static final int MAX_OUTERMOST = 1 << 16;
  private static final Set<String> BRANDS =
      Set.of(
          "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41", "mp42",
          "avc1", "hvc1", "av01", "M4A ", "M4B ", "M4V ", "MSNV", "dash", "cmfc", "3gp4", "3gp5",
          "3gp6");
  private static final Set<String> OUTERMOST =
      Set.of(
          "moov", "mdat", "moof", "sidx", "styp", "mfra", "free", "skip", "meta", "udta", "uuid",
          "emsg", "prft", "pdin", "pssh");

  private final Mp4Boxes boxes;
  private final ContentCursor bytes;
  private final MediaRanges media;
  private final List<Mp4Box> outermost = new ArrayList<>();
  private Mp4Box movie = new Mp4Box("moov", 0, 0, 0);
  private int movies;

  Mp4Walker(Mp4Boxes boxes) {
    this.boxes = boxes;
    bytes = boxes.bytes();
    media = new MediaRanges(bytes.end());
  }

  void walk() throws IOException {
    malformedUnless(typeAhead().equals("ftyp"));
    Mp4Box brand = boxes.next(bytes.end(), ReasonCode.TRUNCATED);
    requireBrand(brand);
    bytes.seek(brand.end());
    while (bytes.remaining() > 0) {
      Mp4Box box = outermost();
      malformedUnless(outermost.size() < MAX_OUTERMOST);
      outermost.add(box);
      if (box.type().equals("mdat")) {
        media.add(box);
      } else if (box.type().equals("moov")) {
        malformedUnless(++movies == 1);
        movie = box;
      }
      bytes.seek(box.end());
    }
    movie();
    media.requireEnd(bytes);
  }

  private void requireBrand(Mp4Box brand) throws IOException {
    boolean plausible = brand.length() >= 8 && brand.length() <= 1024;
    malformedUnless(plausible && brand.length() % 4 == 0);
    String major = new String(bytes.read(4), StandardCharsets.ISO_8859_1);
    refuseUnless(BRANDS.contains(major), ReasonCode.UNSUPPORTED_TYPE);
  }

  /** A name that nobody knows is damage, or another file behind a whole one. */
  private Mp4Box outermost() throws IOException {
    boolean whole = movies > 0 && media.isThere();
    ReasonCode otherwise = whole ? ReasonCode.TRAILING_DATA : ReasonCode.MALFORMED;
    refuseUnless(bytes.remaining() >= 8, whole ? otherwise : ReasonCode.TRUNCATED);
    refuseUnless(OUTERMOST.contains(typeAhead()), otherwise);
    return boxes.next(bytes.end(), ReasonCode.TRUNCATED);
  }

  private String typeAhead() throws IOException {
    long start = bytes.position();
    String type = new String(bytes.seek(start + 4).read(4), StandardCharsets.ISO_8859_1);
    bytes.seek(start);
    return type;
  }

  private void movie() throws IOException {
    refuseUnless(movies == 1, ReasonCode.TRUNCATED);
    Mp4Movie known = new Mp4Movie(boxes, media);
    known.walk(movie);
    Mp4Fragments fragments = new Mp4Fragments(boxes, media, known.sampleSizes());
    for (Mp4Box box : outermost) {
      switch (box.type()) {
        case "moov", "mdat", "styp", "pdin", "prft" -> requireSmall(box);
        case "moof" -> fragments.walk(box);
        case "sidx" -> requireIndex(box);
        // Tells where fragments begin, which they do themselves.
        case "mfra" -> boxes.blank(box);
        default -> boxes.other(box);
      }
    }
  }

  private static void requireSmall(Mp4Box box) throws IOException {
    boolean bounded = !box.type().equals("moov") && !box.type().equals("mdat");
    malformedUnless(!bounded || box.length() <= 1024);
  }

  private void requireIndex(Mp4Box box) throws IOException {
    int head = boxes.versionAndFlags(box) >>> 24 == 0 ? 24 : 32;
    malformedUnless(box.length() >= head);
    int count = bytes.seek(box.body() + head - 2).u16();
    malformedUnless(box.length() == head + 12L * count);
  }
}
