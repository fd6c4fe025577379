package dev.sallyport.media.audio;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;
import static dev.sallyport.media.rebuild.UnfitContentException.refuseUnless;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.media.rebuild.Attempt;
import dev.sallyport.media.rebuild.ContentCursor;
import dev.sallyport.media.rebuild.RemovalTally;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Writes Ogg files of Vorbis, Opus or FLAC anew: the headers on fresh pages with an empty comment,
 * the packets of audio as they came, all pages numbered and summed again.
 */
final class OggRebuilder implements ContentRebuilder {
  private static final int MAX_CHAINED = 64;
  private static final int MAX_HEAD = 1 << 10;

  @Inject
  OggRebuilder() {}

  @Override
  public Set<FileType> types() {
    return Set.of(FileType.OGG);
  }

  @Override
  public Rebuilt rebuild(
      Content content,
      FileType type,
      SanitizationPolicy policy,
      Deadline deadline,
      OutputStream sink)
      throws IOException {
    return Attempt.atChecking(
        FileType.OGG,
        deadline,
        (pace, removed) -> {
          ContentCursor bytes = new ContentCursor(content, pace);
          OggPage page = new OggPage();
          Set<Integer> serials = new HashSet<>();
          while (bytes.remaining() > 0) {
            requireStream(bytes, serials.size());
            OggStream stream = new OggStream(bytes, page);
            malformedUnless(serials.add(stream.serial()));
            rebuild(stream, page, removed, sink);
          }
        });
  }

  /** After the last page of a stream comes the first of another, or something else. */
  private static void requireStream(ContentCursor bytes, int streams) throws IOException {
    long start = bytes.position();
    if (streams > 0) {
      boolean another = bytes.remaining() >= 4 && bytes.i32() == 0x4f676753;
      refuseUnless(another, ReasonCode.TRAILING_DATA);
      malformedUnless(streams < MAX_CHAINED);
    }
    bytes.seek(start);
  }

  private static void rebuild(
      OggStream stream, OggPage page, RemovalTally removed, OutputStream sink) throws IOException {
    stream.beginPacket();
    byte[] head = stream.rest(MAX_HEAD);
    stream.requirePageEnd();
    OggCodec codec = OggCodec.of(head);
    List<byte[]> headers = codec.headers(stream, removed);
    stream.requirePageEnd();
    OggHeaderPages fresh = new OggHeaderPages(stream.serial(), sink);
    fresh.write(OggPage.FIRST, List.of(head));
    fresh.write(0, headers);
    int sequence = fresh.written();
    do {
      stream.nextPage();
      requirePackets(page, codec);
      page.write(sequence++, sink);
    } while (!page.is(OggPage.LAST));
  }

  /** Every packet that begins on the page begins as the codec's packets do. */
  private static void requirePackets(OggPage page, OggCodec codec) throws IOException {
    boolean begins = !page.is(OggPage.CONTINUED);
    int place = page.bodyAt();
    for (int i = 0; i < page.segments(); i++) {
      int length = page.lacing(i);
      if (begins && length > 0) {
        malformedUnless(codec.begins(page.at(place), length > 1 ? page.at(place + 1) : -1));
      }
      place += length;
      begins = length < OggPage.FULL;
    }
  }
}
