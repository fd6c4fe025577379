package dev.sallyport.media.audio;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;

import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.media.rebuild.RemovalTally;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The <a href="https://xiph.org/vorbis/doc/v-comment.html">comment header</a> that Vorbis, Opus and
 * FLAC share. The name of the encoder is no tag: every such header has one.
 */
final class VorbisComment {
  private static final byte[] VENDOR = "sallyport".getBytes(StandardCharsets.US_ASCII);

  private VorbisComment() {}

  /** Where the bytes of a comment header come from; at their end it throws. */
  interface Source {
    /** Reads four bytes, the lowest first. */
    long u32le() throws IOException;

    /** Leaves out so many bytes. */
    void skip(long count) throws IOException;

    /** Returns how many bytes there can still be. */
    long most();
  }

  /** Reads vendor and comments, noting each comment. */
  static void read(Source source, RemovalTally removed) throws IOException {
    skip(source);
    long comments = source.u32le();
    malformedUnless(comments <= source.most() / 4);
    for (long i = 0; i < comments; i++) {
      skip(source);
      removed.add(Removal.Kind.AUDIO_TAG);
    }
  }

  private static void skip(Source source) throws IOException {
    long length = source.u32le();
    malformedUnless(length <= source.most());
    source.skip(length);
  }

  /** Returns a header without comments, between what a codec puts around it. */
  static byte[] empty(byte[] before, byte[] after) {
    return ByteBuffer.allocate(before.length + 8 + VENDOR.length + after.length)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(before)
        .putInt(VENDOR.length)
        .put(VENDOR)
        .putInt(0)
        .put(after)
        .array();
  }
}
