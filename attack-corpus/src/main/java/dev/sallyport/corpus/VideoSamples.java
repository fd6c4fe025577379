package dev.sallyport.corpus;

import static dev.sallyport.corpus.Expectation.without;
import static dev.sallyport.domain.sanitization.Removal.Kind.AUDIO_TAG;

import dev.sallyport.domain.sanitization.ReasonCode;
import java.util.List;
import java.util.stream.Stream;

/** MP4 and WebM with one small audio track each. */
final class VideoSamples {
  private static final Expectation VALID = new Expectation.Validated();
  private static final byte[] MATRIX =
      new Bytes().be32(0x10000).zeros(12).be32(0x10000).zeros(12).be32(0x40000000).toArray();
  private static final byte[] MEDIA = box("mdat", new byte[16]);

  private VideoSamples() {}

  static List<AttackSample> all() {
    return Stream.concat(mp4().stream(), webm().stream()).toList();
  }

  static byte[] honestMp4() {
    return mp4(new byte[0]);
  }

  static byte[] honestWebm() {
    return webm(new byte[0]);
  }

  private static List<AttackSample> mp4() {
    return new Samples("MP4", "mp4")
        .add(AttackClass.HONEST, "silence", VALID, VideoSamples::honestMp4)
        .usual(VideoSamples::honestMp4)
        .trailing(Expectation.rejected(ReasonCode.TRAILING_DATA), VideoSamples::honestMp4)
        .add(
            AttackClass.METADATA,
            "place",
            without(AUDIO_TAG),
            () -> mp4(box("udta", box("\u00a9xyz", Bytes.ascii("\0\22\25\307+27.5916+086.5640/")))))
        .add(
            AttackClass.ENCRYPTED,
            "protected",
            ReasonCode.ENCRYPTED,
            () -> mp4(box("pssh", new byte[24])))
        .add(
            AttackClass.CHUNK_BOMB,
            "box-of-exabytes",
            ReasonCode.TRUNCATED,
            () ->
                Bytes.concat(
                    type(), movie(new byte[0]), Bytes.hex("000000016d6461747fffffffffffffff")))
        .add(
            AttackClass.NESTING,
            "two-thousand-boxes-deep",
            ReasonCode.MALFORMED,
            () -> {
              byte[] deep = new byte[0];
              for (int i = 0; i < 2000; i++) {
                deep = box("trak", deep);
              }
              return Bytes.concat(type(), box("moov", deep), MEDIA);
            })
        .all();
  }

  private static byte[] mp4(byte[] more) {
    return Bytes.concat(type(), movie(more), MEDIA);
  }

  private static byte[] type() {
    return box("ftyp", Bytes.ascii("isom\0\0\2\0isommp42"));
  }

  /** The samples begin behind the header of the last box. */
  private static byte[] movie(byte[] more) {
    int offset = type().length + movie(0, more).length + 8;
    return movie(offset, more);
  }

  private static byte[] movie(int offset, byte[] more) {
    byte[] header =
        new Bytes()
            .zeros(12)
            .be32(1000)
            .be32(20)
            .be32(0x10000)
            .be16(0x100)
            .zeros(10)
            .put(MATRIX)
            .zeros(24)
            .be32(2)
            .toArray();
    byte[] trackHeader =
        new Bytes()
            .be32(7)
            .zeros(8)
            .be32(1)
            .zeros(4)
            .be32(20)
            .zeros(8)
            .be16(0)
            .be16(0)
            .be16(0x100)
            .be16(0)
            .put(MATRIX)
            .zeros(8)
            .toArray();
    byte[] mediaHeader =
        new Bytes().zeros(12).be32(48_000).be32(960).be16(0x55c4).be16(0).toArray();
    byte[] handler = new Bytes().zeros(8).text("soun").zeros(13).toArray();
    byte[] self =
        box("dinf", box("dref", new Bytes().zeros(4).be32(1).put(full("url ", 1)).toArray()));
    byte[] information = box("minf", Bytes.concat(box("smhd", new byte[8]), self, table(offset)));
    byte[] media =
        box("mdia", Bytes.concat(box("mdhd", mediaHeader), box("hdlr", handler), information));
    byte[] track = box("trak", Bytes.concat(box("tkhd", trackHeader), media));
    return box("moov", Bytes.concat(box("mvhd", header), track, more));
  }

  private static byte[] full(String name, int flags) {
    return box(name, new Bytes().be32(flags).toArray());
  }

  private static byte[] table(int offset) {
    byte[] opus =
        new Bytes()
            .zeros(6)
            .be16(1)
            .zeros(8)
            .be16(1)
            .be16(16)
            .be32(0)
            .be32(48_000L << 16)
            .put(box("dOps", Bytes.hex("0001013800bb80000000")))
            .toArray();
    byte[] description = new Bytes().zeros(4).be32(1).put(box("Opus", opus)).toArray();
    byte[] times = new Bytes().zeros(4).be32(1).be32(1).be32(960).toArray();
    byte[] chunks = new Bytes().zeros(4).be32(1).be32(1).be32(1).be32(1).toArray();
    byte[] sizes = new Bytes().zeros(4).be32(16).be32(1).toArray();
    byte[] offsets = new Bytes().zeros(4).be32(1).be32(offset).toArray();
    return box(
        "stbl",
        Bytes.concat(
            box("stsd", description),
            box("stts", times),
            box("stsc", chunks),
            box("stsz", sizes),
            box("stco", offsets)));
  }

  private static byte[] box(String name, byte[] content) {
    return new Bytes().be32(content.length + 8L).text(name).put(content).toArray();
  }

  private static List<AttackSample> webm() {
    return new Samples("WEBM", "webm")
        .add(AttackClass.HONEST, "silence", VALID, VideoSamples::honestWebm)
        .usual(VideoSamples::honestWebm)
        .trailing(Expectation.rejected(ReasonCode.TRAILING_DATA), VideoSamples::honestWebm)
        .add(
            AttackClass.METADATA,
            "title-and-tags",
            without(AUDIO_TAG),
            () -> webm(element("1254c367", element("7373", element("63c0", new byte[0])))))
        .add(
            AttackClass.UNSUPPORTED,
            "matroska",
            ReasonCode.UNSUPPORTED_TYPE,
            () -> Bytes.concat(ebml("matroska"), segment(new byte[0])))
        .add(
            AttackClass.CHUNK_BOMB,
            "segment-of-petabytes",
            ReasonCode.TRUNCATED,
            () -> Bytes.concat(ebml("webm"), Bytes.hex("18538067" + "0100fffffffffff0")))
        .all();
  }

  private static byte[] webm(byte[] more) {
    return Bytes.concat(ebml("webm"), segment(more));
  }

  private static byte[] segment(byte[] more) {
    byte[] info =
        element(
            "1549a966",
            Bytes.concat(
                element("2ad7b1", Bytes.hex("0f4240")),
                element("4d80", Bytes.ascii("x")),
                element("5741", Bytes.ascii("x"))));
    byte[] audio =
        element(
            "e1",
            Bytes.concat(element("b5", Bytes.hex("473b8000")), element("9f", Bytes.hex("01"))));
    byte[] track =
        element(
            "ae",
            Bytes.concat(
                element("d7", Bytes.hex("01")),
                element("73c5", Bytes.hex("01")),
                element("83", Bytes.hex("02")),
                element("86", Bytes.ascii("A_OPUS")),
                element("63a2", Bytes.hex("4f7075734865616401013801" + "80bb0000" + "000000")),
                audio));
    byte[] cluster =
        element(
            "1f43b675",
            Bytes.concat(
                element("e7", Bytes.hex("00")), element("a3", Bytes.hex("81000080" + "f8fffe"))));
    return element("18538067", Bytes.concat(info, element("1654ae6b", track), more, cluster));
  }

  private static byte[] ebml(String type) {
    return element(
        "1a45dfa3",
        Bytes.concat(
            element("4286", Bytes.hex("01")),
            element("42f7", Bytes.hex("01")),
            element("42f2", Bytes.hex("04")),
            element("42f3", Bytes.hex("08")),
            element("4282", Bytes.ascii(type)),
            element("4287", Bytes.hex("04")),
            element("4285", Bytes.hex("02"))));
  }

  private static byte[] element(String id, byte[] content) {
    return new Bytes().put(Bytes.hex(id)).be32(0x10000000L | content.length).put(content).toArray();
  }
}
