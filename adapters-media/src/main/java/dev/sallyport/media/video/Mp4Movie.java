package dev.sallyport.media.video;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;
import static dev.sallyport.media.rebuild.UnfitContentException.refuseUnless;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.ContentCursor;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Walks over the movie box: tracks that can be played, and nothing about who made them. */
final class Mp4Movie {
  private static final int MAX_TRACKS = 32;
  private static final int FIXED_HANDLER = 24;
  private static final Set<String> TABLES =
      Set.of(
          "stsd", "stts", "ctts", "cslg", "stss", "stsh", "sdtp", "stsc", "stsz", "stco", "co64",
          "sgpd", "sbgp");

  private final Mp4Boxes boxes;
  private final ContentCursor bytes;
  private final MediaRanges media;
  private final Map<Long, Long> sampleSizes = new HashMap<>();
  private int tracks;

  Mp4Movie(Mp4Boxes boxes, MediaRanges media) {
    this.boxes = boxes;
    bytes = boxes.bytes();
    this.media = media;
  }

  /** Returns how long samples in fragments are unless they say otherwise, by track. */
  Map<Long, Long> sampleSizes() {
    return sampleSizes;
  }

  void walk(Mp4Box movie) throws IOException {
    boxes.children(
        movie,
        movie.body(),
        box -> {
          switch (box.type()) {
            case "mvhd" -> boxes.forgetTimes(box);
            case "trak" -> track(box);
            case "mvex" -> boxes.children(box, box.body(), this::extension);
            case "iods" -> malformedUnless(box.length() <= 1024);
            default -> boxes.other(box);
          }
        });
    malformedUnless(tracks > 0);
  }

  private void extension(Mp4Box box) throws IOException {
    switch (box.type()) {
      case "mehd" -> malformedUnless(box.length() == 8 || box.length() == 12);
      case "trex" -> {
        malformedUnless(box.length() == 24);
        long track = bytes.seek(box.body() + 4).u32();
        malformedUnless(sampleSizes.size() < MAX_TRACKS);
        sampleSizes.put(track, bytes.seek(box.body() + 16).u32());
      }
      default -> boxes.other(box);
    }
  }

  private void track(Mp4Box track) throws IOException {
    malformedUnless(++tracks <= MAX_TRACKS);
    Set<String> seen = new HashSet<>();
    boxes.children(
        track,
        track.body(),
        box -> {
          switch (box.type()) {
            case "tkhd" -> boxes.forgetTimes(box);
            case "mdia" -> {
              malformedUnless(seen.add(box.type()));
              media(box);
            }
            case "edts" -> boxes.children(box, box.body(), this::edit);
            case "tref" -> malformedUnless(box.length() <= 1024);
            default -> boxes.other(box);
          }
        });
    malformedUnless(seen.contains("mdia"));
  }

  private void edit(Mp4Box box) throws IOException {
    if (box.type().equals("elst")) {
      boxes.count(box, boxes.versionAndFlags(box) >>> 24 == 1 ? 20 : 12, bytes);
    } else {
      boxes.other(box);
    }
  }

  private void media(Mp4Box parent) throws IOException {
    Set<String> seen = new HashSet<>();
    String[] handler = {""};
    boxes.children(
        parent,
        parent.body(),
        box -> {
          malformedUnless(seen.add(box.type()) || !box.type().equals("minf"));
          switch (box.type()) {
            case "mdhd" -> boxes.forgetTimes(box);
            case "hdlr" -> handler[0] = handler(box);
            case "minf" -> information(box, handler[0]);
            case "elng" -> malformedUnless(box.length() <= 64);
            default -> boxes.other(box);
          }
        });
    malformedUnless(seen.contains("minf"));
  }

  /** A handler's name is for people, and says at best which program wrote it. */
  private String handler(Mp4Box box) throws IOException {
    malformedUnless(box.length() >= FIXED_HANDLER);
    byte[] type = bytes.seek(box.body() + 8).read(4);
    boxes.patches().zero(box.body() + FIXED_HANDLER, box.length() - FIXED_HANDLER);
    return new String(type, StandardCharsets.ISO_8859_1);
  }

  private void information(Mp4Box parent, String handler) throws IOException {
    Map<String, Mp4Box> tables = new HashMap<>();
    boxes.children(
        parent,
        parent.body(),
        box -> {
          switch (box.type()) {
            case "vmhd", "smhd", "nmhd" -> malformedUnless(box.length() <= 64);
            case "dinf" -> boxes.children(box, box.body(), this::references);
            case "stbl" -> {
              malformedUnless(tables.isEmpty());
              boxes.children(box, box.body(), table -> collect(table, tables));
            }
            default -> boxes.other(box);
          }
        });
    Mp4Box table = tables.get("stsd");
    if (table == null || !tables.keySet().containsAll(Set.of("stts", "stsc", "stsz"))) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
    long descriptions = new Mp4Descriptions(boxes, handler).walk(table);
    new Mp4Samples(boxes, media, tables, descriptions).check();
  }

  private void collect(Mp4Box table, Map<String, Mp4Box> tables) throws IOException {
    if (!TABLES.contains(table.type())) {
      boxes.other(table);
    } else if (!table.type().equals("sgpd") && !table.type().equals("sbgp")) {
      malformedUnless(tables.put(table.type(), table) == null);
    }
  }

  /** Samples are in this file; a file that is fetched from elsewhere is somebody else's. */
  private void references(Mp4Box box) throws IOException {
    if (!box.type().equals("dref")) {
      boxes.other(box);
      return;
    }
    malformedUnless(box.length() >= 8);
    boxes.children(
        box,
        box.body() + 8,
        entry -> {
          boolean here =
              entry.type().equals("url ")
                  && entry.length() == 4
                  && (boxes.versionAndFlags(entry) & 1) == 1;
          refuseUnless(here, ReasonCode.ACTIVE_CONTENT);
        });
  }
}
