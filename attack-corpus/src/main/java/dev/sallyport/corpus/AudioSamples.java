package dev.sallyport.corpus;

import static dev.sallyport.corpus.Expectation.without;
import static dev.sallyport.domain.sanitization.Removal.Kind.AUDIO_TAG;

import dev.sallyport.domain.sanitization.ReasonCode;
import java.util.List;
import java.util.stream.Stream;

/** WAV and MP3. */
final class AudioSamples {
  private static final Expectation VALID = new Expectation.Validated();
  private static final byte[] FORMAT = Bytes.hex("01000100401f0000803e000002001000");

  /** MPEG-1 layer III, 128 kbit/s, 44.1 kHz, stereo, no checksum: 417 bytes a frame. */
  private static final byte[] FRAME = Bytes.concat(Bytes.hex("fffb9064"), new byte[413]);

  private AudioSamples() {}

  static List<AttackSample> all() {
    return Stream.concat(wav().stream(), mp3().stream()).toList();
  }

  static byte[] honestWav() {
    return riff(chunk("fmt ", FORMAT), chunk("data", new byte[1600]));
  }

  static byte[] honestMp3() {
    return Bytes.concat(FRAME, FRAME, FRAME, FRAME, FRAME);
  }

  private static List<AttackSample> wav() {
    return new Samples("WAV", "wav")
        .add(AttackClass.HONEST, "silence", VALID, AudioSamples::honestWav)
        .usual(AudioSamples::honestWav)
        .trailing(Expectation.rejected(ReasonCode.TRAILING_DATA), AudioSamples::honestWav)
        .add(
            AttackClass.METADATA,
            "artist-and-place",
            without(AUDIO_TAG),
            () ->
                riff(
                    chunk("fmt ", FORMAT),
                    chunk("LIST", Bytes.ascii("INFOIART\6\0\0\0someon")),
                    chunk("data", new byte[1600])))
        .add(
            AttackClass.BROKEN,
            "no-format",
            ReasonCode.MALFORMED,
            () -> riff(chunk("data", new byte[1600])))
        .add(
            AttackClass.BROKEN,
            "impossible-format",
            ReasonCode.MALFORMED,
            () ->
                riff(
                    chunk("fmt ", Bytes.patched(FORMAT, 12, Bytes.hex("0700"))),
                    chunk("data", new byte[1600])))
        .add(
            AttackClass.CHUNK_BOMB,
            "data-of-four-gigabytes",
            ReasonCode.MALFORMED,
            () -> Bytes.patched(honestWav(), 40, Bytes.hex("f0ffffff")))
        .all();
  }

  private static List<AttackSample> mp3() {
    byte[] title = new Bytes().text("TIT2").be32(5).be16(0).u8(0).text("song").toArray();
    byte[] id3 = new Bytes().text("ID3").u8(3).u8(0).u8(0).be32(title.length).put(title).toArray();
    byte[] old = Bytes.concat(Bytes.ascii("TAG"), new byte[125]);
    return new Samples("MP3", "mp3")
        .add(AttackClass.HONEST, "silence", VALID, AudioSamples::honestMp3)
        .usual(AudioSamples::honestMp3)
        .trailing(Expectation.rejected(ReasonCode.TRAILING_DATA), AudioSamples::honestMp3)
        .add(
            AttackClass.METADATA,
            "title",
            without(AUDIO_TAG),
            () -> Bytes.concat(id3, honestMp3(), old))
        .add(
            AttackClass.CHUNK_BOMB,
            "tag-longer-than-the-file",
            ReasonCode.TRUNCATED,
            () -> Bytes.concat(Bytes.hex("494433030000" + "7f7f7f7f"), honestMp3()))
        .add(
            AttackClass.BROKEN,
            "noise-between-frames",
            ReasonCode.MALFORMED,
            () -> Bytes.concat(FRAME, FRAME, new byte[99], FRAME, FRAME))
        .all();
  }

  private static byte[] riff(byte[]... chunks) {
    byte[] all = Bytes.concat(chunks);
    return new Bytes().text("RIFF").le32(all.length + 4L).text("WAVE").put(all).toArray();
  }

  private static byte[] chunk(String name, byte[] data) {
    return new Bytes().text(name).le32(data.length).put(data).zeros(data.length % 2).toArray();
  }
}
