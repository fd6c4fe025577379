package dev.sallyport.media.video;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;
import static dev.sallyport.media.rebuild.UnfitContentException.refuseUnless;

import dev.sallyport.domain.sanitization.ReasonCode;
import java.io.IOException;
import java.util.Set;

/** Walks over the parts of a cluster: blocks of tracks that are there. */
final class WebmCluster {
  /** What a cluster may consist of, as it begins. */
  static final Set<Integer> PARTS = Set.of(0xe7, 0xa7, 0xab, 0xa3, 0xa0, 0xaf, Ebml.VOID, Ebml.CRC);

  private static final int TIME_AND_FLAGS = 3;

  private final Ebml ebml;
  private final WebmTracks tracks;

  WebmCluster(Ebml ebml, WebmTracks tracks) {
    this.ebml = ebml;
    this.tracks = tracks;
  }

  void part(Ebml.Element part) throws IOException {
    switch (part.id()) {
      case 0xe7, 0xa7, 0xab -> malformedUnless(part.length() <= 8);
      case 0xa3 -> block(part);
      case 0xa0 -> ebml.children(part, this::ofGroup);
      default -> other(part);
    }
  }

  private void ofGroup(Ebml.Element part) throws IOException {
    switch (part.id()) {
      case 0xa1 -> block(part);
      case 0x9b, 0xfa, 0xfb, 0x75a2 -> malformedUnless(part.length() <= 8);
      case 0x75a1 -> WebmMasters.walk(ebml, part);
      default -> other(part);
    }
  }

  private void other(Ebml.Element part) throws IOException {
    refuseUnless(part.id() != 0xaf, ReasonCode.ENCRYPTED);
    ebml.drop(part);
  }

  private void block(Ebml.Element block) throws IOException {
    ebml.bytes().seek(block.body());
    malformedUnless(tracks.has(ebml.number()));
    malformedUnless(ebml.bytes().position() + TIME_AND_FLAGS <= block.end());
  }
}
