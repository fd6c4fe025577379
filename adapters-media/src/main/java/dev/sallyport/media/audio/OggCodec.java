package dev.sallyport.media.audio;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;
import static dev.sallyport.media.rebuild.UnfitContentException.refuseUnless;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.media.rebuild.RemovalTally;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** How a codec begins its stream in Ogg, and how it begins each packet of audio. */
enum OggCodec {
  /** <a href="https://xiph.org/vorbis/doc/Vorbis_I_spec.html#x1-590004">Vorbis I, 4</a>. */
  VORBIS("\1vorbis") {
    @Override
    void check(byte[] head) throws IOException {
      ByteBuffer fields = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
      malformedUnless(head.length == 30 && fields.getInt(7) == 0 && head[11] != 0);
      malformedUnless(fields.getInt(12) > 0 && head[29] == 1);
      int shorter = head[28] & 15;
      int longer = head[28] >> 4 & 15;
      malformedUnless(shorter >= 6 && shorter <= longer && longer <= 13);
    }

    @Override
    List<byte[]> headers(OggStream stream, RemovalTally removed) throws IOException {
      byte[] comments = ascii("\3vorbis");
      expect(stream, comments);
      VorbisComment.read(stream, removed);
      malformedUnless((stream.u8() & 1) == 1);
      stream.endPacket();
      byte[] setup = ascii("\5vorbis");
      expect(stream, setup);
      byte[] rest = stream.rest(MAX_SETUP);
      malformedUnless(rest.length > 0);
      byte[] whole = Arrays.copyOf(setup, setup.length + rest.length);
      System.arraycopy(rest, 0, whole, setup.length, rest.length);
      return List.of(VorbisComment.empty(comments, new byte[] {1}), whole);
    }

    @Override
    boolean begins(int first, int second) {
      return (first & 1) == 0;
    }
  },
  /** <a href="https://www.rfc-editor.org/rfc/rfc7845#section-5">RFC 7845, 5</a>. */
  OPUS("OpusHead") {
    @Override
    void check(byte[] head) throws IOException {
      malformedUnless(head.length >= 19 && (head[8] & 0xf0) == 0 && head[9] != 0);
      int channels = head[9] & 0xff;
      int family = head[18] & 0xff;
      refuseUnless(family < 2 || family == 255, ReasonCode.UNSUPPORTED_TYPE);
      malformedUnless(head.length == (family == 0 ? 19 : 21 + channels));
      malformedUnless(channels <= (family == 0 ? 2 : family == 1 ? 8 : 255));
    }

    @Override
    List<byte[]> headers(OggStream stream, RemovalTally removed) throws IOException {
      byte[] comments = ascii("OpusTags");
      expect(stream, comments);
      VorbisComment.read(stream, removed);
      stream.endPacket();
      return List.of(VorbisComment.empty(comments, new byte[0]));
    }

    @Override
    boolean begins(int first, int second) {
      return first >= 0;
    }
  },
  /** <a href="https://www.rfc-editor.org/rfc/rfc9639#section-10.1">RFC 9639, 10.1</a>. */
  FLAC("\177FLAC") {
    @Override
    void check(byte[] head) throws IOException {
      malformedUnless(head.length == 17 + FlacStreamInfo.BYTES && head[5] == 1);
      malformedUnless(ByteBuffer.wrap(head).getInt(9) == 0x664c6143);
      malformedUnless(ByteBuffer.wrap(head).getInt(13) == FlacStreamInfo.BYTES);
      FlacStreamInfo.parse(Arrays.copyOfRange(head, 17, head.length));
      // Of all the header packets that may follow, one is written.
      head[7] = 0;
      head[8] = 1;
    }

    @Override
    List<byte[]> headers(OggStream stream, RemovalTally removed) throws IOException {
      int type = 0;
      for (int blocks = 0; (type & 0x80) == 0; blocks++) {
        malformedUnless(blocks < 1024);
        stream.beginPacket();
        type = stream.u8();
        stream.skip(3);
        int kind = type & 0x7f;
        malformedUnless(blocks == 0 ? kind == 4 : kind > 0 && kind <= 6);
        if (kind == 4) {
          VorbisComment.read(stream, removed);
        } else if (kind != 1 && kind != 3) {
          removed.add(Removal.Kind.AUDIO_TAG);
        }
        stream.endPacket();
      }
      byte[] comments = VorbisComment.empty(new byte[4], new byte[0]);
      ByteBuffer.wrap(comments).putInt(0, 4 << 24 | 0x80 << 24 | (comments.length - 4));
      return List.of(comments);
    }

    @Override
    boolean begins(int first, int second) {
      return first == 0xff && (second & 0xfe) == 0xf8;
    }
  };

  private static final int MAX_SETUP = 1 << 20;

  private final byte[] magic;

  OggCodec(String magic) {
    this.magic = ascii(magic);
  }

  /** Checks the identification header, and leaves it as it is to be written. */
  abstract void check(byte[] head) throws IOException;

  /** Reads all other headers and returns what to write for them. */
  abstract List<byte[]> headers(OggStream stream, RemovalTally removed) throws IOException;

  /** Tells whether a packet of audio may begin so; -1 is a byte that is not there. */
  abstract boolean begins(int first, int second);

  static OggCodec of(byte[] head) throws IOException {
    for (OggCodec codec : values()) {
      if (head.length >= codec.magic.length
          && Arrays.equals(head, 0, codec.magic.length, codec.magic, 0, codec.magic.length)) {
        codec.check(head);
        return codec;
      }
    }
    throw new UnfitContentException(ReasonCode.UNSUPPORTED_TYPE);
  }

  private static void expect(OggStream stream, byte[] magic) throws IOException {
    stream.beginPacket();
    for (byte one : magic) {
      malformedUnless(stream.u8() == one);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
