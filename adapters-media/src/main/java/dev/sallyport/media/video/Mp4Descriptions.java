package dev.sallyport.media.video;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;
import static dev.sallyport.media.rebuild.UnfitContentException.refuseUnless;

import dev.sallyport.domain.sanitization.ReasonCode;
import java.io.IOException;
import java.util.Set;

/** Walks over a track's sample descriptions: codecs that are known, and not encrypted. */
final class Mp4Descriptions {
  private static final int MAX_DESCRIPTIONS = 64;
  private static final int VIDEO_BYTES = 78;
  private static final int AUDIO_BYTES = 28;
  private static final int COMPRESSOR_AT = 42;
  private static final int COMPRESSOR_BYTES = 32;
  private static final Set<String> VIDEO =
      Set.of("avc1", "avc3", "hev1", "hvc1", "av01", "vp08", "vp09", "mp4v");
  private static final Set<String> AUDIO =
      Set.of("mp4a", "Opus", "fLaC", "alac", "ac-3", "ec-3", ".mp3", "samr", "sawb");
  private static final Set<String> CONFIGURATIONS =
      Set.of(
          "avcC", "hvcC", "av1C", "vpcC", "esds", "dOps", "dfLa", "alac", "dac3", "dec3", "damr",
          "btrt", "pasp", "colr", "clap", "fiel", "mdcv", "clli", "SmDm", "CoLL", "chnl", "srat");

  private final Mp4Boxes boxes;
  private final String handler;

  Mp4Descriptions(Mp4Boxes boxes, String handler) {
    this.boxes = boxes;
    this.handler = handler;
  }

  /** Returns how many there are. */
  long walk(Mp4Box table) throws IOException {
    boolean video = handler.equals("vide");
    refuseUnless(video || handler.equals("soun"), ReasonCode.UNSUPPORTED_TYPE);
    malformedUnless(table.length() >= 8);
    long count = boxes.bytes().seek(table.body() + 4).u32();
    malformedUnless(count > 0 && count <= MAX_DESCRIPTIONS);
    long[] seen = {0};
    boxes.children(
        table,
        table.body() + 8,
        entry -> {
          seen[0]++;
          boolean encrypted = entry.type().equals("encv") || entry.type().equals("enca");
          refuseUnless(!encrypted, ReasonCode.ENCRYPTED);
          boolean known = (video ? VIDEO : AUDIO).contains(entry.type());
          refuseUnless(known, ReasonCode.UNSUPPORTED_TYPE);
          description(entry, video);
        });
    malformedUnless(seen[0] == count);
    return count;
  }

  private void description(Mp4Box entry, boolean video) throws IOException {
    int fixed = video ? VIDEO_BYTES : AUDIO_BYTES;
    malformedUnless(entry.length() >= fixed);
    if (video) {
      boxes.patches().zero(entry.body() + COMPRESSOR_AT, COMPRESSOR_BYTES);
    } else {
      int version = boxes.bytes().seek(entry.body() + 8).u16();
      refuseUnless(version == 0, ReasonCode.UNSUPPORTED_TYPE);
    }
    boxes.children(
        entry,
        entry.body() + fixed,
        box -> {
          if (!CONFIGURATIONS.contains(box.type())) {
            boxes.other(box);
          }
        });
  }
}
