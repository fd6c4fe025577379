package dev.sallyport.media.audio;

import static dev.sallyport.media.rebuild.ByteBuilder.join;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.contract.sanitization.ContentRebuilderContract;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.ByteBuilder;
import dev.sallyport.media.rebuild.Checking;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Mp3RebuilderTest implements ContentRebuilderContract {
  private static final byte[] FRAMES = Mp3File.frames(5);
  private static final byte[] ZIP = new ByteBuilder().text("PK\3\4").zeros(26).bytes();

  private static Checking check(byte[]... parts) throws IOException {
    return Checking.of(new Mp3Rebuilder(), join(parts));
  }

  @Override
  public ContentRebuilder rebuilder() {
    return new Mp3Rebuilder();
  }

  @Override
  public byte[] dirtySample() {
    return join(Mp3File.id3v2(3, 0x80, 300), FRAMES, Mp3File.ape(true), Mp3File.id3v1());
  }

  @Override
  public FileType type() {
    return FileType.MP3;
  }

  @Test
  void framesAloneStayAsTheyWere() throws IOException {
    Checking checked = check(FRAMES);
    assertThat(checked.tags()).isZero();
    assertThat(checked.bytes()).isEqualTo(FRAMES);
  }

  @Test
  void everyKindOfTagIsStripped() throws IOException {
    byte[][][] files = {
      {Mp3File.id3v2(2, 0, 20), FRAMES},
      {Mp3File.id3v2(3, 0x80, 20_000), FRAMES},
      {Mp3File.id3v2(4, 0x10, 200), FRAMES},
      {Mp3File.ape(true), FRAMES},
      {FRAMES, Mp3File.id3v1()},
      {
        FRAMES,
        Arrays.copyOf("TAG+".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 227),
        Mp3File.id3v1()
      },
      {FRAMES, Mp3File.ape(true)},
      {FRAMES, Mp3File.ape(false)},
      {FRAMES, Mp3File.lyrics(true)},
      {FRAMES, Mp3File.lyrics(false)},
      {FRAMES, Mp3File.id3v2(4, 0x10, 200)}
    };
    for (byte[][] file : files) {
      Checking checked = check(file);
      assertThat(checked.tags()).isEqualTo(1);
      assertThat(checked.bytes()).isEqualTo(FRAMES);
    }
  }

  @Test
  void severalTagsOnBothSidesAreStripped() throws IOException {
    Checking checked =
        check(
            Mp3File.id3v2(3, 0, 20),
            Mp3File.id3v2(4, 0x10, 20),
            Mp3File.ape(true),
            FRAMES,
            Mp3File.ape(false),
            Mp3File.lyrics(true),
            Mp3File.id3v1());
    assertThat(checked.tags()).isEqualTo(6);
    assertThat(checked.bytes()).isEqualTo(FRAMES);
  }

  @ParameterizedTest
  @CsvSource({
    "fffb9000,417",
    "fffb9200,418",
    "fffbe0c4,1044",
    "fff31000,26",
    "fff3e400,480",
    "ffe31800,72",
    "fffa9000,417",
    "ffe3e200,1045"
  })
  void everyVersionOfLayerThreePasses(String header, int length) throws IOException {
    byte[] frame = Mp3File.frame((int) Long.parseLong(header, 16), length);
    assertThat(check(frame, frame, frame).bytes()).hasSize(3 * length);
  }

  @ParameterizedTest
  @CsvSource({
    "fffd9000,UNSUPPORTED_TYPE",
    "ffff9000,UNSUPPORTED_TYPE",
    "fffb0000,UNSUPPORTED_TYPE",
    "fff99000,MALFORMED",
    "ffeb9000,MALFORMED",
    "fffbf000,MALFORMED",
    "fffb9c00,MALFORMED",
    "fffb9002,MALFORMED",
    "ff1b9000,MALFORMED",
    "504b0304,MALFORMED"
  })
  void otherFirstFramesAreRefused(String header, ReasonCode reason) throws IOException {
    byte[] frame = Mp3File.frame((int) Long.parseLong(header, 16), 417);
    assertThat(check(frame, FRAMES).reason()).isEqualTo(reason);
  }

  @Test
  void garbageBetweenFramesIsMalformed() throws IOException {
    assertThat(check(FRAMES, ZIP, FRAMES).reason()).isEqualTo(ReasonCode.MALFORMED);
    assertThat(check(FRAMES, new byte[1], FRAMES).reason()).isEqualTo(ReasonCode.MALFORMED);
    assertThat(check(FRAMES, Mp3File.id3v2(3, 0, 20), FRAMES).reason())
        .isEqualTo(ReasonCode.MALFORMED);
    assertThat(check(ZIP, FRAMES).reason()).isEqualTo(ReasonCode.MALFORMED);
    assertThat(check(Mp3File.id3v2(3, 0, 20), ZIP, FRAMES).reason())
        .isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void whateverFollowsTheLastFrameIsTrailingData() throws IOException {
    assertThat(check(FRAMES, ZIP).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
    assertThat(check(FRAMES, new byte[3]).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
    assertThat(check(FRAMES, ZIP, Mp3File.id3v1()).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
    assertThat(check(FRAMES, new byte[100_000]).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
  }

  @Test
  void versionAndRateNeverChange() throws IOException {
    for (byte[] other :
        new byte[][] {
          Mp3File.frame(0xfffb_9400, 384),
          Mp3File.frame(0xfff3_9000, 261),
          Mp3File.frame(0xfffd_9000, 417)
        }) {
      assertThat(check(FRAMES, other, FRAMES).reason()).isEqualTo(ReasonCode.MALFORMED);
    }
  }

  @Test
  void everyCutInsideAFrameIsTruncated() throws IOException {
    byte[] frame = Mp3File.frame(Mp3File.HEADER, 417);
    for (int length = 1; length < frame.length; length++) {
      assertThat(check(frame, Arrays.copyOf(frame, length)).reason())
          .as("cut to %d", length)
          .isEqualTo(ReasonCode.TRUNCATED);
      assertThat(check(Arrays.copyOf(frame, length)).reason()).isEqualTo(ReasonCode.TRUNCATED);
    }
  }

  @Test
  void tagsWithoutFramesAreTruncated() throws IOException {
    assertThat(check(Mp3File.id3v2(3, 0, 200)).reason()).isEqualTo(ReasonCode.TRUNCATED);
    assertThat(check(Mp3File.id3v1()).reason()).isEqualTo(ReasonCode.TRUNCATED);
    byte[] tag = Mp3File.id3v2(3, 0, 200);
    for (int length = 3; length < tag.length; length++) {
      assertThat(check(Arrays.copyOf(tag, length)).reason()).isEqualTo(ReasonCode.TRUNCATED);
    }
  }

  @Test
  void tagsWhoseSizesLieAreRefused() throws IOException {
    byte[] eightBits = Mp3File.id3v2(3, 0, 20);
    eightBits[9] = (byte) 0x94;
    assertThat(check(eightBits, FRAMES).reason()).isEqualTo(ReasonCode.MALFORMED);
    byte[] beyond = Mp3File.id3v2(3, 0, 20);
    beyond[6] = 0x7f;
    assertThat(check(beyond, FRAMES).reason()).isEqualTo(ReasonCode.TRUNCATED);
    byte[] version = Mp3File.id3v2(9, 0, 20);
    assertThat(check(version, FRAMES).reason()).isEqualTo(ReasonCode.MALFORMED);
    byte[] ape = Mp3File.ape(false);
    ape[ape.length - 17] = 0x7f;
    assertThat(check(FRAMES, ape).reason()).isEqualTo(ReasonCode.MALFORMED);
    byte[] lyrics = Mp3File.lyrics(true);
    lyrics[lyrics.length - 10] ^= 1;
    assertThat(check(FRAMES, lyrics).reason()).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void endlessTagsAreMalformed() throws IOException {
    byte[] empty = Mp3File.id3v2(3, 0, 0);
    byte[][] parts = new byte[100][];
    Arrays.fill(parts, empty);
    assertThat(check(join(parts), FRAMES).reason()).isEqualTo(ReasonCode.MALFORMED);
  }
}
