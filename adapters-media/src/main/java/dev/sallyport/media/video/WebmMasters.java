package dev.sallyport.media.video;

import static dev.sallyport.media.rebuild.UnfitContentException.refuseUnless;

import dev.sallyport.domain.sanitization.ReasonCode;
import java.io.IOException;
import java.util.Set;

/** Walks over what only has to be made of whole elements, as deep as the format goes. */
final class WebmMasters {
  /** CuePoint, its positions and references, additions to blocks, and how a picture is shown. */
  private static final Set<Integer> MASTERS =
      Set.of(0xbb, 0xb7, 0xdb, 0x75a1, 0xa6, 0xe0, 0xe1, 0x55b0, 0x55d0, 0x7670, 0x41e4);

  private static final int MAX_DEPTH = 6;

  private WebmMasters() {}

  /** Walks over an element; none is deeper than the format knows. */
  static void walk(Ebml ebml, Ebml.Element element) throws IOException {
    walk(ebml, element, 0);
  }

  private static void walk(Ebml ebml, Ebml.Element element, int depth) throws IOException {
    if (MASTERS.contains(element.id())) {
      refuseUnless(depth < MAX_DEPTH, ReasonCode.NESTING_LIMIT);
      ebml.children(element, child -> walk(ebml, child, depth + 1));
    }
  }
}
