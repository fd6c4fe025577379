package dev.sallyport.media.audio;

import dev.sallyport.media.rebuild.ByteBuilder;

/** Builds WAV files, good and bad. */
final class WavFile {
  private final ByteBuilder chunks = new ByteBuilder();

  static byte[] sine(int count) {
    ByteBuilder samples = new ByteBuilder();
    for (int i = 0; i < count; i++) {
      samples.le(2, Math.round(12_000 * Math.sin(i / 7.0)));
    }
    return samples.bytes();
  }

  static byte[] format(int code, int channels, int rate, int align, int bits) {
    return new ByteBuilder()
        .le(2, code)
        .le(2, channels)
        .le(4, rate)
        .le(4, (long) rate * align)
        .le(2, align)
        .le(2, bits)
        .bytes();
  }

  static byte[] extensible(int channels, int align, int bits, int valid, int speakers, int code) {
    return new ByteBuilder()
        .raw(format(0xfffe, channels, 48_000, align, bits))
        .le(2, 22)
        .le(2, valid)
        .le(4, speakers)
        .le(4, code)
        .u8(0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71)
        .bytes();
  }

  static byte[] imaAdpcm(int channels, int align, int frames) {
    return new ByteBuilder()
        .raw(format(0x11, channels, 8000, align, 4))
        .le(2, 2)
        .le(2, frames)
        .bytes();
  }

  static WavFile pcm() {
    return new WavFile().chunk("fmt ", format(1, 1, 8000, 2, 16));
  }

  WavFile chunk(String name, byte[] content) {
    return chunk(name, content.length, content);
  }

  WavFile chunk(String name, long length, byte[] content) {
    chunks.text(name).le(4, length).raw(content);
    if (content.length % 2 == 1) {
      chunks.u8(0);
    }
    return this;
  }

  byte[] end() {
    return end(chunks.size() + 4L);
  }

  byte[] end(long size) {
    return new ByteBuilder().text("RIFF").le(4, size).text("WAVE").raw(chunks.bytes()).bytes();
  }

  /** Returns the same as RF64, with these sizes in its first chunk. */
  byte[] large(long size, long data) {
    return new ByteBuilder()
        .text("RF64")
        .le(4, 0xffff_ffffL)
        .text("WAVEds64")
        .le(4, 28)
        .le(8, size)
        .le(8, data)
        .zeros(12)
        .raw(chunks.bytes())
        .bytes();
  }

  int size() {
    return chunks.size();
  }
}
