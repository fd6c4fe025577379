package dev.sallyport.media.video;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;
import static dev.sallyport.media.rebuild.UnfitContentException.refuseUnless;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.ContentCursor;
import java.io.IOException;
import java.util.Set;

/**
 * Walks over the elements of a <a href="https://www.webmproject.org/docs/container/">WebM</a> file:
 * its head, then one segment to the end of the file.
 */
final class WebmWalker {
  private static final int HEAD = 0x1a45dfa3;
  private static final int SEGMENT = 0x18538067;
  private static final int SEEK_HEAD = 0x114d9b74;
  private static final int INFO = 0x1549a966;
  private static final int TRACKS = 0x1654ae6b;
  private static final int CUES = 0x1c53bb6b;
  private static final int CLUSTER = 0x1f43b675;
  private static final int TAGS = 0x1254c367;
  private static final int ATTACHMENTS = 0x1941a469;
  private static final int CHAPTERS = 0x1043a770;
  private static final Set<Integer> OUTERMOST =
      Set.of(
          SEEK_HEAD, INFO, TRACKS, CUES, CLUSTER, TAGS, ATTACHMENTS, CHAPTERS, Ebml.VOID, Ebml.CRC);
  private static final Set<Integer> DROPPED = Set.of(TAGS, ATTACHMENTS, CHAPTERS);
  private static final int MAX_HEAD = 1024;

  private final Ebml ebml;
  private final ContentCursor bytes;
  private final WebmTracks tracks;
  private final WebmCluster cluster;
  private long clusters;

  WebmWalker(Ebml ebml) {
    this.ebml = ebml;
    bytes = ebml.bytes();
    tracks = new WebmTracks(ebml);
    cluster = new WebmCluster(ebml, tracks);
  }

  void walk() throws IOException {
    head();
    refuseUnless(bytes.remaining() > 0, ReasonCode.TRUNCATED);
    Ebml.Element segment = ebml.next();
    malformedUnless(segment.id() == SEGMENT);
    boolean toTheEnd = segment.end() < 0 || segment.end() == bytes.end();
    refuseUnless(toTheEnd, ReasonCode.TRAILING_DATA);
    while (bytes.remaining() > 0) {
      long start = bytes.position();
      boolean known = OUTERMOST.contains(idAhead());
      boolean after = segment.end() < 0 && clusters > 0;
      refuseUnless(known, after ? ReasonCode.TRAILING_DATA : ReasonCode.MALFORMED);
      outermost(ebml.next());
      malformedUnless(bytes.position() > start);
    }
    refuseUnless(clusters > 0, ReasonCode.TRUNCATED);
  }

  private void head() throws IOException {
    malformedUnless(bytes.i32() == HEAD);
    bytes.seek(0);
    Ebml.Element head = ebml.next();
    malformedUnless(head.end() >= 0 && head.length() <= MAX_HEAD);
    String[] type = {""};
    ebml.children(
        head,
        element -> {
          switch (element.id()) {
            case 0x4282 -> type[0] = ebml.text(element);
            case 0x42f2, 0x42f3, 0x42f7, 0x4285, 0x4286, 0x4287 ->
                malformedUnless(ebml.unsigned(element) <= 8);
            default -> ebml.drop(element);
          }
        });
    refuseUnless(type[0].equals("webm"), ReasonCode.UNSUPPORTED_TYPE);
  }

  /** Returns the name of the next element, or what stands in its place. */
  private int idAhead() throws IOException {
    long start = bytes.position();
    int id = bytes.u8();
    if (id < 0x20 && id >= 0x10) {
      id = id << 24 | bytes.u24();
    }
    bytes.seek(start);
    return id;
  }

  private void outermost(Ebml.Element element) throws IOException {
    if (element.id() == CLUSTER) {
      clusters++;
      cluster(element);
      return;
    }
    malformedUnless(element.end() >= 0);
    if (!ebml.filler(element)) {
      switch (element.id()) {
        case SEEK_HEAD -> ebml.children(element, this::seek);
        case INFO -> ebml.children(element, this::information);
        case TRACKS -> tracks.walk(element);
        case CUES -> ebml.children(element, cue -> WebmMasters.walk(ebml, cue));
        default -> ebml.drop(element);
      }
    }
    bytes.seek(element.end());
  }

  /** A cluster that does not say its length ends where an outermost element begins. */
  private void cluster(Ebml.Element element) throws IOException {
    if (element.end() >= 0) {
      ebml.children(element, cluster::part);
      return;
    }
    while (bytes.remaining() > 0 && !endsCluster()) {
      refuseUnless(WebmCluster.PARTS.contains(idAhead()), ReasonCode.TRAILING_DATA);
      Ebml.Element part = ebml.next();
      malformedUnless(part.end() >= 0);
      if (!ebml.filler(part)) {
        cluster.part(part);
      }
      bytes.seek(part.end());
    }
  }

  private boolean endsCluster() throws IOException {
    int id = idAhead();
    return id != Ebml.VOID && id != Ebml.CRC && (id >>> 24 != 0 || OUTERMOST.contains(id));
  }

  /** An entry that leads to something that is void now leads nowhere. */
  private void seek(Ebml.Element entry) throws IOException {
    malformedUnless(entry.id() == 0x4dbb);
    boolean[] dropped = {false};
    ebml.children(
        entry,
        field -> {
          if (field.id() == 0x53ab) {
            dropped[0] = DROPPED.contains((int) ebml.unsigned(field));
          } else {
            malformedUnless(field.id() == 0x53ac);
          }
        });
    if (dropped[0]) {
      ebml.makeVoid(entry);
    }
  }

  private void information(Ebml.Element element) throws IOException {
    switch (element.id()) {
      case 0x2ad7b1, 0x4489 -> malformedUnless(element.length() <= 8);
      // Which programs wrote it has to be there, but may be nothing.
      case 0x4d80, 0x5741 -> ebml.patches().zero(element.body(), element.length());
      default -> ebml.drop(element);
    }
  }
}
