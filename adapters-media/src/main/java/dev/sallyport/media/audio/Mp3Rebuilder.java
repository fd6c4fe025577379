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
import dev.sallyport.media.rebuild.UnfitContentException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

/**
 * Passes on the frames of an MP3 file and nothing else. Every header is parsed and leads to the
 * next, from the first byte after the tags to the last byte before them; version and sampling rate
 * never change.
 */
final class Mp3Rebuilder implements ContentRebuilder {
  @Inject
  Mp3Rebuilder() {}

  @Override
  public Set<FileType> types() {
    return Set.of(FileType.MP3);
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
        FileType.MP3,
        deadline,
        (pace, removed) -> {
          ContentCursor bytes = new ContentCursor(content, pace);
          TagStripper tags = new TagStripper(bytes, removed);
          tags.stripStart();
          tags.stripEnd();
          long start = bytes.position();
          followFrames(bytes);
          bytes.seek(start).copy(bytes.remaining(), sink);
        });
  }

  private static void followFrames(ContentCursor bytes) throws IOException {
    Mp3Header first = first(bytes);
    bytes.skip(first.length());
    while (bytes.remaining() > 0) {
      long start = bytes.position();
      if (bytes.remaining() < Mp3Header.BYTES) {
        throw new UnfitContentException(remainder(bytes));
      }
      Mp3Header header = headerAt(bytes, start);
      if (!header.follows(first)) {
        throw new UnfitContentException(afterwards(bytes, start, first));
      }
      bytes.seek(start).skip(header.length());
    }
  }

  private static Mp3Header first(ContentCursor bytes) throws IOException {
    long start = bytes.position();
    Mp3Header first = headerAt(bytes, start);
    malformedUnless(first.isDefined());
    refuseUnless(first.isLayerThree() && !first.isFreeFormat(), ReasonCode.UNSUPPORTED_TYPE);
    malformedUnless(first.hasLength());
    bytes.seek(start);
    return first;
  }

  private static Mp3Header headerAt(ContentCursor bytes, long place) throws IOException {
    return new Mp3Header(bytes.seek(place).i32());
  }

  /** Too few bytes for a header are the beginning of a frame, or something else. */
  private static ReasonCode remainder(ContentCursor bytes) throws IOException {
    return bytes.u8() == 0xff ? ReasonCode.TRUNCATED : ReasonCode.TRAILING_DATA;
  }

  /** Says what bytes are that are no frame: frames that go on behind them make them garbage. */
  private static ReasonCode afterwards(ContentCursor bytes, long garbage, Mp3Header first)
      throws IOException {
    int window = 0;
    ContentCursor ahead = bytes.another();
    bytes.seek(garbage);
    for (long place = garbage - 3; bytes.remaining() > 0; place++) {
      window = window << 8 | bytes.u8();
      Mp3Header header = new Mp3Header(window);
      if (place >= garbage && header.follows(first)) {
        long next = place + header.length();
        boolean goesOn =
            next == bytes.end()
                || (next + Mp3Header.BYTES <= bytes.end() && headerAt(ahead, next).follows(first));
        if (goesOn) {
          return ReasonCode.MALFORMED;
        }
      }
    }
    return ReasonCode.TRAILING_DATA;
  }
}
