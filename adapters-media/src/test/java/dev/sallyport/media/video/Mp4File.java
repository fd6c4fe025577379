package dev.sallyport.media.video;

import static dev.sallyport.media.rebuild.ByteBuilder.join;

import dev.sallyport.media.rebuild.ByteBuilder;

/** Builds MP4 files, good and bad: one track of four samples in two chunks, unless changed. */
final class Mp4File {
  static final byte[] BRAND =
      box("ftyp", new ByteBuilder().text("isom").zeros(4).text("isommp42").bytes());
  static final int SAMPLES = 4;
  static final int SIZE = 50;

  String handler = "soun";
  byte[] description = box("mp4a", audio(), box("esds", new byte[20]));
  byte[] reference = box("url ", new byte[] {0, 0, 0, 1});
  byte[] sizes = sizes(SIZE, SIZE, SIZE, SIZE);
  byte[] times = new ByteBuilder().zeros(4).be(4, 1).be(4, SAMPLES).be(4, 1000).bytes();
  byte[] runs = new ByteBuilder().zeros(4).be(4, 1).be(4, 1).be(4, 2).be(4, 1).bytes();
  long creation;
  byte[] inTables = {};
  byte[] inTrack = {};
  byte[] inMovie = {};
  long off;

  static byte[] box(String type, byte[]... content) {
    byte[] all = join(content);
    return new ByteBuilder().be(4, 8L + all.length).text(type).raw(all).bytes();
  }

  static byte[] audio() {
    return new ByteBuilder()
        .zeros(6)
        .be(2, 1)
        .zeros(8)
        .be(2, 1)
        .be(2, 16)
        .zeros(4)
        .be(4, 44_100 << 16)
        .bytes();
  }

  static byte[] video() {
    return new ByteBuilder()
        .zeros(6)
        .be(2, 1)
        .zeros(34)
        .text("\12my encoder")
        .zeros(21)
        .zeros(4)
        .bytes();
  }

  static byte[] sizes(long... sizes) {
    ByteBuilder table = new ByteBuilder().zeros(8).be(4, sizes.length);
    for (long size : sizes) {
      table.be(4, size);
    }
    return table.bytes();
  }

  static byte[] media() {
    byte[] media = new byte[SAMPLES * SIZE];
    java.util.Arrays.fill(media, (byte) 'a');
    return media;
  }

  private byte[] offsets() {
    long first = BRAND.length + 8 + off;
    return new ByteBuilder().zeros(4).be(4, 2).be(4, first).be(4, first + 2 * SIZE).bytes();
  }

  byte[] movie() {
    return movie(offsets());
  }

  byte[] movie(byte[] offsets) {
    byte[] header = new ByteBuilder().zeros(4).be(4, creation).be(4, creation).zeros(88).bytes();
    byte[] name =
        new ByteBuilder().zeros(8).text(handler).zeros(12).text("Handler").zeros(1).bytes();
    byte[] tables =
        box(
            "stbl",
            box("stsd", new ByteBuilder().zeros(4).be(4, 1).bytes(), description),
            box("stts", times),
            box("stsc", runs),
            box("stsz", sizes),
            box("stco", offsets),
            inTables);
    byte[] references =
        box("dinf", box("dref", new ByteBuilder().zeros(4).be(4, 1).bytes(), reference));
    byte[] information = box("minf", box("smhd", new byte[8]), references, tables);
    byte[] media = box("mdia", box("mdhd", header), box("hdlr", name), information);
    return box(
        "moov", box("mvhd", header), box("trak", box("tkhd", header), media, inTrack), inMovie);
  }

  /** Returns the file: brand, media, movie. */
  byte[] bytes() {
    return join(BRAND, box("mdat", media()), movie());
  }

  /** Returns a fragmented file: its movie has no samples of its own. */
  static byte[] fragmented(int dataOffset, byte[]... inFragment) {
    Mp4File file = new Mp4File();
    file.sizes = sizes();
    file.times = new byte[8];
    file.runs = new byte[8];
    byte[] trex =
        new ByteBuilder().zeros(4).be(4, 1).be(4, 1).zeros(4).be(4, SIZE).zeros(4).bytes();
    file.inMovie = box("mvex", box("trex", trex));
    byte[] head = box("tfhd", new ByteBuilder().be(4, 0x20000).be(4, 1).bytes());
    byte[] run = box("trun", new ByteBuilder().be(4, 1).be(4, SAMPLES).be(4, dataOffset).bytes());
    byte[] fragment =
        box("moof", box("mfhd", new byte[8]), box("traf", head, run, join(inFragment)));
    return join(BRAND, file.movie(new byte[8]), fragment, box("mdat", media()));
  }
}
