package dev.sallyport.media.audio;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.media.rebuild.Attempt;
import dev.sallyport.media.rebuild.ContentCursor;
import dev.sallyport.media.rebuild.RemovalTally;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

/**
 * Writes FLAC files anew from their STREAMINFO and their frames, each of which has been followed to
 * its last bit. Padding and seek tables are dropped without a note, all other metadata as tags.
 */
final class FlacRebuilder implements ContentRebuilder {
  private static final int MARKER = 0x664c6143;
  private static final int LAST = 0x80;
  private static final int STREAM_INFO = 0;
  private static final int PADDING = 1;
  private static final int SEEK_TABLE = 3;
  private static final int COMMENT = 4;
  private static final int PICTURE = 6;
  private static final int MAX_BLOCKS = 1024;

  @Inject
  FlacRebuilder() {}

  @Override
  public Set<FileType> types() {
    return Set.of(FileType.FLAC);
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
        FileType.FLAC,
        deadline,
        (pace, removed) -> {
          ContentCursor bytes = new ContentCursor(content, pace);
          byte[] info = readMetadata(bytes, removed);
          long frames = bytes.position();
          new TagStripper(bytes, removed).stripId3v1();
          new FlacFrames(bytes, FlacStreamInfo.parse(info)).follow();
          sink.write(new byte[] {'f', 'L', 'a', 'C', (byte) LAST, 0, 0, FlacStreamInfo.BYTES});
          sink.write(info);
          bytes.seek(frames).copy(bytes.remaining(), sink);
        });
  }

  private static byte[] readMetadata(ContentCursor bytes, RemovalTally removed) throws IOException {
    malformedUnless(bytes.i32() == MARKER);
    int header = bytes.u8();
    int length = bytes.u24();
    malformedUnless((header & ~LAST) == STREAM_INFO && length == FlacStreamInfo.BYTES);
    byte[] info = bytes.read(length);
    for (int blocks = 0; (header & LAST) == 0; blocks++) {
      malformedUnless(blocks < MAX_BLOCKS);
      header = bytes.u8();
      length = bytes.u24();
      long start = bytes.position();
      dropped(header & ~LAST, bytes, length, removed);
      bytes.seek(start).skip(length);
    }
    return info;
  }

  private static void dropped(int type, ContentCursor bytes, int length, RemovalTally removed)
      throws IOException {
    malformedUnless(type > STREAM_INFO && type <= PICTURE);
    if (type == COMMENT) {
      VorbisComment.read(new Block(bytes, bytes.position() + length), removed);
    } else if (type != PADDING && type != SEEK_TABLE) {
      removed.add(Removal.Kind.AUDIO_TAG);
    }
  }

  /** A comment block between its borders. */
  private record Block(ContentCursor bytes, long end) implements VorbisComment.Source {
    @Override
    public long u32le() throws IOException {
      malformedUnless(most() >= 4);
      return bytes.u32le();
    }

    @Override
    public void skip(long count) throws IOException {
      bytes.skip(count);
    }

    @Override
    public long most() {
      return end - bytes.position();
    }
  }
}
