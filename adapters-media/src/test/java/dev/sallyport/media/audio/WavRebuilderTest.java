package dev.sallyport.media.audio;

import static dev.sallyport.media.rebuild.ByteBuilder.join;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.contract.sanitization.ContentRebuilderContract;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.Checking;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WavRebuilderTest implements ContentRebuilderContract {
  private static final byte[] SINE = WavFile.sine(1000);
  private static final byte[] SECRET = "at home by the lake".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PLAIN = WavFile.pcm().chunk("data", SINE).end();

  private static Checking check(byte[] file) throws IOException {
    return Checking.of(new WavRebuilder(), file);
  }

  @Override
  public ContentRebuilder rebuilder() {
    return new WavRebuilder();
  }

  @Override
  public byte[] dirtySample() {
    return tagged();
  }

  @Override
  public FileType type() {
    return FileType.WAV;
  }

  private static byte[] tagged() {
    return new WavFile()
        .chunk("JUNK", SECRET)
        .chunk("bext", SECRET)
        .chunk("fmt ", join(WavFile.format(1, 1, 8000, 2, 16), new byte[2]))
        .chunk("LIST", join("INFOIART".getBytes(StandardCharsets.US_ASCII), SECRET))
        .chunk("data", SINE)
        .chunk("id3 ", SECRET)
        .chunk("iXML", SECRET)
        .chunk("cue ", SECRET)
        .chunk("smpl", SECRET)
        .end();
  }

  @Test
  void everyChunkBesideFormatAndSamplesIsGone() throws IOException {
    Checking checked = check(tagged());
    assertThat(checked.tags()).isEqualTo(6);
    assertThat(checked.bytes()).isEqualTo(PLAIN);
  }

  @Test
  void plainFileStaysAsItWas() throws IOException {
    Checking checked = check(PLAIN);
    assertThat(checked.tags()).isZero();
    assertThat(checked.bytes()).isEqualTo(PLAIN);
  }

  @Test
  void everyKnownCodingPasses() throws IOException {
    byte[][] formats = {
      WavFile.format(1, 1, 44_100, 1, 8),
      WavFile.format(1, 2, 44_100, 6, 24),
      WavFile.format(3, 1, 48_000, 4, 32),
      join(WavFile.format(3, 1, 48_000, 8, 64), new byte[2]),
      WavFile.format(6, 1, 8000, 1, 8),
      WavFile.format(7, 2, 8000, 2, 8),
      WavFile.extensible(6, 18, 24, 20, 0x3f, 1),
      WavFile.extensible(2, 8, 32, 32, 3, 3),
      WavFile.imaAdpcm(1, 256, 505),
      WavFile.imaAdpcm(2, 512, 505)
    };
    for (byte[] format : formats) {
      int align = (format[12] & 0xff) | (format[13] & 0xff) << 8;
      byte[] samples = Arrays.copyOf(SINE, align * 3);
      Checking checked = check(new WavFile().chunk("fmt ", format).chunk("data", samples).end());
      assertThat(checked.tags()).isZero();
      assertThat(checked.bytes()).containsSequence(samples);
      assertThat(check(checked.bytes()).bytes()).isEqualTo(checked.bytes());
    }
  }

  @Test
  void numberOfFramesOfCompressedSoundIsKept() throws IOException {
    byte[] frames = {(byte) 0xf4, 1, 0, 0};
    WavFile file = new WavFile().chunk("fmt ", WavFile.imaAdpcm(1, 256, 505));
    Checking checked = check(file.chunk("fact", frames).chunk("data", new byte[256]).end());
    assertThat(checked.tags()).isZero();
    assertThat(checked.bytes())
        .containsSequence(
            join("fact".getBytes(StandardCharsets.US_ASCII), new byte[] {4, 0, 0, 0}, frames));
    frames[3] = 1;
    file = new WavFile().chunk("fmt ", WavFile.imaAdpcm(1, 256, 505));
    assertThat(check(file.chunk("fact", frames).chunk("data", new byte[256]).end()).reason())
        .isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void rf64ComesOutAsRiff() throws IOException {
    WavFile file = WavFile.pcm().chunk("data", 0xffff_ffffL, SINE);
    Checking checked = check(file.large(file.size() + 40L, SINE.length));
    assertThat(checked.tags()).isZero();
    assertThat(checked.bytes()).isEqualTo(PLAIN);
    assertThat(check(file.large(file.size() + 41L, SINE.length)).reason())
        .isEqualTo(ReasonCode.TRUNCATED);
    assertThat(check(file.large(-1, SINE.length)).reason()).isEqualTo(ReasonCode.MALFORMED);
    assertThat(check(file.large(file.size() + 40L, Long.MAX_VALUE)).reason())
        .isEqualTo(ReasonCode.MALFORMED);
    assertThat(check(file.large(file.size() + 40L, -2)).reason()).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void oddSamplesKeepTheirPadding() throws IOException {
    WavFile file = new WavFile().chunk("fmt ", WavFile.format(1, 1, 8000, 1, 8));
    byte[] padded = file.chunk("data", new byte[3]).end();
    assertThat(check(padded).bytes()).isEqualTo(padded);
    byte[] outside = file.end(file.size() + 3L);
    assertThat(check(outside).bytes()).isEqualTo(padded);
    outside[outside.length - 1] = 'x';
    assertThat(check(outside).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
    padded[padded.length - 1] = 'x';
    assertThat(check(padded).reason()).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void everyCutIsTruncated() throws IOException {
    byte[] file = tagged();
    for (int length = 1; length < file.length - 1; length++) {
      assertThat(check(Arrays.copyOf(file, length)).reason())
          .as("cut to %d", length)
          .isEqualTo(ReasonCode.TRUNCATED);
    }
  }

  @Test
  void whateverFollowsTheEndIsTrailingData() throws IOException {
    assertThat(check(join(PLAIN, new byte[1])).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
    assertThat(check(join(PLAIN, "PK\3\4".getBytes(StandardCharsets.US_ASCII))).reason())
        .isEqualTo(ReasonCode.TRAILING_DATA);
    assertThat(check(join(PLAIN, PLAIN)).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
  }

  @Test
  void sizesThatLieAreRefused() throws IOException {
    assertThat(check(WavFile.pcm().chunk("data", SINE).end(0xffff_ffffL)).reason())
        .isEqualTo(ReasonCode.TRUNCATED);
    assertThat(check(WavFile.pcm().chunk("data", SINE).end(3)).reason())
        .isEqualTo(ReasonCode.MALFORMED);
    assertThat(check(WavFile.pcm().chunk("data", SINE).end(40)).reason())
        .isEqualTo(ReasonCode.TRAILING_DATA);
    for (long length : new long[] {2002, 0xffff_ffffL, 0x7fff_ffffL}) {
      assertThat(check(WavFile.pcm().chunk("data", length, SINE).end()).reason())
          .isEqualTo(ReasonCode.MALFORMED);
      assertThat(check(WavFile.pcm().chunk("LIST", length, SINE).end()).reason())
          .isEqualTo(ReasonCode.MALFORMED);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1,0,8000,0,16", "1,1,0,2,16", "1,1,8000,4,16", "1,1,8000,2,15", "1,65,8000,130,16",
    "3,1,8000,2,16", "6,1,8000,2,16", "1,1,-1,2,16", "1,1,8000,0,0", "17,1,8000,256,4"
  })
  void formatsThatContradictThemselvesAreMalformed(
      int code, int channels, int rate, int align, int bits) throws IOException {
    byte[] format = WavFile.format(code, channels, rate, align, bits);
    assertThat(check(new WavFile().chunk("fmt ", format).chunk("data", SINE).end()).reason())
        .isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void codingsThatNobodyKnowsAreUnsupported() throws IOException {
    for (byte[] format :
        new byte[][] {
          WavFile.format(2, 1, 8000, 2, 4),
          WavFile.format(0x55, 1, 8000, 1, 0),
          WavFile.extensible(2, 4, 16, 16, 3, 0x161),
          Arrays.copyOf(WavFile.extensible(2, 4, 16, 16, 3, 0x10001), 40)
        }) {
      assertThat(check(new WavFile().chunk("fmt ", format).chunk("data", SINE).end()).reason())
          .isEqualTo(ReasonCode.UNSUPPORTED_TYPE);
    }
  }

  @Test
  void extensionsThatContradictTheFormatAreMalformed() throws IOException {
    for (byte[] format :
        new byte[][] {
          WavFile.extensible(2, 4, 16, 17, 3, 1),
          WavFile.extensible(2, 4, 16, 0, 3, 1),
          WavFile.extensible(2, 4, 16, 16, 7, 1),
          WavFile.imaAdpcm(1, 256, 506),
          WavFile.imaAdpcm(1, 255, 505),
          Arrays.copyOf(WavFile.extensible(2, 4, 16, 16, 3, 1), 38),
          Arrays.copyOf(WavFile.format(1, 1, 8000, 2, 16), 17)
        }) {
      assertThat(check(new WavFile().chunk("fmt ", format).chunk("data", SINE).end()).reason())
          .isEqualTo(ReasonCode.MALFORMED);
    }
  }

  @Test
  void chunksOutOfOrderOrTwiceAreMalformed() throws IOException {
    byte[] format = WavFile.format(1, 1, 8000, 2, 16);
    for (WavFile file :
        new WavFile[] {
          new WavFile(),
          WavFile.pcm(),
          new WavFile().chunk("data", SINE).chunk("fmt ", format),
          WavFile.pcm().chunk("fmt ", format).chunk("data", SINE),
          WavFile.pcm().chunk("data", SINE).chunk("data", SINE),
          WavFile.pcm().chunk("data", Arrays.copyOf(SINE, 3)),
          WavFile.pcm().chunk("data", SINE).chunk("\0\0\0\0", SINE)
        }) {
      assertThat(check(file.end()).reason()).isEqualTo(ReasonCode.MALFORMED);
    }
  }

  @Test
  void tooManyChunksAreMalformed() throws IOException {
    WavFile file = WavFile.pcm();
    for (int i = 0; i < 5000; i++) {
      file.chunk("note", new byte[0]);
    }
    assertThat(check(file.chunk("data", SINE).end()).reason()).isEqualTo(ReasonCode.MALFORMED);
  }
}
