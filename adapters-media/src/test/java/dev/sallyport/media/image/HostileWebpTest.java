package dev.sallyport.media.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.shared.Deadline;
import dev.sallyport.application.shared.DeadlineExceededException;
import dev.sallyport.contract.sanitization.BytesContent;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class HostileWebpTest {
  private static final int WIDTH = WebpFile.WIDTH;
  private static final int HEIGHT = WebpFile.HEIGHT;

  private static ReasonCode reason(byte[] file) throws IOException {
    return Rebuild.webp(file).reason();
  }

  private static WebpFile lossless() {
    return new WebpFile().chunk("VP8L", WebpFile.lossless());
  }

  @Test
  void everyCutIsTruncated() throws IOException {
    for (byte[] file :
        new byte[][] {lossless().riff(), new WebpFile().chunk("VP8 ", WebpFile.lossy()).riff()}) {
      for (int length = 1; length < file.length; length++) {
        assertThat(reason(Arrays.copyOf(file, length)))
            .as("cut to %d", length)
            .isEqualTo(ReasonCode.TRUNCATED);
      }
    }
  }

  @Test
  void dataThatEndsBeforeItsPixelsIsRefused() throws IOException {
    for (int cut : new int[] {4, 10, 20}) {
      byte[] data = WebpFile.lossless();
      byte[] file = new WebpFile().chunk("VP8L", Arrays.copyOf(data, data.length - cut)).riff();
      assertThat(reason(file)).isIn(ReasonCode.TRUNCATED, ReasonCode.MALFORMED);
    }
    byte[] lossy = Arrays.copyOf(WebpFile.lossy(), 60);
    assertThat(reason(new WebpFile().chunk("VP8 ", lossy).riff()))
        .isIn(ReasonCode.TRUNCATED, ReasonCode.MALFORMED);
  }

  @Test
  void tooManyPixelsAreRefusedBeforeAnythingIsDecoded() throws IOException {
    byte[] huge = WebpPicture.losslessHeader(16_384, 16_384);
    assertThat(reason(new WebpFile().chunk("VP8L", Arrays.copyOf(huge, 9)).riff()))
        .isEqualTo(ReasonCode.TOO_MANY_PIXELS);
    byte[] lossy = WebpFile.lossy();
    Arrays.fill(lossy, 6, 10, (byte) 0x3f);
    assertThat(reason(new WebpFile().chunk("VP8 ", lossy).riff()))
        .isEqualTo(ReasonCode.TOO_MANY_PIXELS);
    assertThat(reason(new WebpFile().canvas(0, 1 << 24, 1 << 24).riff()))
        .isEqualTo(ReasonCode.TOO_MANY_PIXELS);
  }

  @Test
  void framesCountTowardsThePixels() throws IOException {
    byte[] large = Arrays.copyOf(WebpPicture.losslessHeader(5000, 5000), 9);
    WebpFile picture = new WebpFile().chunk("VP8L", large);
    WebpFile file = new WebpFile().canvas(2, 5000, 5000).animation();
    for (int i = 0; i < 3; i++) {
      file.frame(0, 0, 5000, 5000, picture);
    }
    assertThat(reason(file.riff())).isEqualTo(ReasonCode.TOO_MANY_PIXELS);
  }

  @Test
  void chunksThatLeaveTheFileOrTheirFrameAreRefused() throws IOException {
    assertThat(reason(new WebpFile().chunk("VP8L", 0xfffffff0L, WebpFile.lossless()).riff()))
        .isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(lossless().riff(0xffffffffL))).isEqualTo(ReasonCode.TRUNCATED);
    assertThat(reason(lossless().riff(3))).isEqualTo(ReasonCode.MALFORMED);
    WebpFile outside = new WebpFile().chunk("VP8L", 5000, WebpFile.lossless());
    byte[] file =
        new WebpFile()
            .canvas(2, WIDTH, HEIGHT)
            .animation()
            .frame(0, 0, WIDTH, HEIGHT, outside)
            .chunk("junk", new byte[6000])
            .riff();
    assertThat(reason(file)).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void chunksOutOfOrderAreMalformed() throws IOException {
    WebpFile[] files = {
      new WebpFile().chunk("ALPH", new byte[5]).chunk("VP8 ", WebpFile.lossy()),
      new WebpFile().chunk("EXIF", new byte[5]).chunk("VP8 ", WebpFile.lossy()),
      lossless().chunk("VP8L", WebpFile.lossless()),
      new WebpFile().canvas(0, WIDTH, HEIGHT).canvas(0, WIDTH, HEIGHT),
      new WebpFile().canvas(0, WIDTH, HEIGHT),
      new WebpFile().canvas(0, WIDTH, HEIGHT).animation(),
      new WebpFile().canvas(2, WIDTH, HEIGHT).chunk("VP8L", WebpFile.lossless()),
      new WebpFile().canvas(2, WIDTH, HEIGHT).animation().chunk("ANMF", new byte[15]),
      new WebpFile().canvas(2, WIDTH, HEIGHT).frame(0, 0, WIDTH, HEIGHT, new WebpFile()),
      new WebpFile().canvas(2, WIDTH, HEIGHT).frame(2, 0, WIDTH, HEIGHT, lossless()),
      new WebpFile().canvas(0, WIDTH, HEIGHT).frame(0, 0, WIDTH, HEIGHT, lossless()),
      new WebpFile().canvas(0, WIDTH + 1, HEIGHT).chunk("VP8L", WebpFile.lossless()),
      new WebpFile().canvas(16, WIDTH, HEIGHT).chunk("ALPH", new byte[5]),
      new WebpFile()
          .canvas(16, WIDTH, HEIGHT)
          .chunk("ALPH", new byte[5])
          .chunk("VP8L", WebpFile.lossless()),
      new WebpFile()
          .canvas(32, WIDTH, HEIGHT)
          .chunk("VP8L", WebpFile.lossless())
          .chunk("ICCP", new byte[5]),
    };
    for (int i = 0; i < files.length; i++) {
      assertThat(reason(files[i].riff())).as("file %d", i).isEqualTo(ReasonCode.MALFORMED);
    }
  }

  @Test
  void pictureHeadersThatSayWhatNoneCanAreMalformed() throws IOException {
    byte[] lossless = WebpFile.lossless();
    lossless[4] |= (byte) 0x20;
    assertThat(reason(new WebpFile().chunk("VP8L", lossless).riff()))
        .isEqualTo(ReasonCode.MALFORMED);
    for (int[] change : new int[][] {{0, 1}, {0, 0x0e}, {2, 0xff}, {3, 0}, {6, 0}}) {
      byte[] lossy = WebpFile.lossy();
      lossy[change[0]] = (byte) change[1];
      assertThat(reason(new WebpFile().chunk("VP8 ", lossy).riff()))
          .as("byte %d", change[0])
          .isEqualTo(ReasonCode.MALFORMED);
    }
  }

  @Test
  void metadataBeyondTheChunkLimitIsMalformed() throws IOException {
    byte[] file =
        new WebpFile()
            .canvas(0, WIDTH, HEIGHT)
            .chunk("VP8L", WebpFile.lossless())
            .chunk("XMP ", new byte[(16 << 20) + 1])
            .riff();
    assertThat(reason(file)).isEqualTo(ReasonCode.MALFORMED);
  }

  /** Green is subtracted again and again over pixels that cost no bit to read. */
  @Test
  void transformsWithoutEndAreEndedByTheDeadline() {
    byte[] data = Arrays.copyOf(WebpPicture.losslessHeader(4000, 4000), 1 << 16);
    GifFile.Bits bits = new GifFile.Bits();
    for (int i = 0; i < 100_000; i++) {
      bits.put(1, 1).put(2, 2);
    }
    bits.put(0, 1).put(0, 1).put(0, 1);
    for (int i = 0; i < 5; i++) {
      bits.put(1, 1).put(0, 1).put(0, 1).put(0, 1);
    }
    byte[] stream = bits.bytes();
    System.arraycopy(stream, 0, data, 5, stream.length);
    byte[] file = new WebpFile().chunk("VP8L", data).riff();
    Deadline soon = Deadline.after(Duration.ofSeconds(2), Clock.systemUTC());
    WebpRebuilder rebuilder = new WebpRebuilder(Rebuild.BUDGET);
    assertThatThrownBy(() ->
            rebuilder.rebuild(
                new BytesContent(file),
                FileType.WEBP,
                SanitizationPolicy.defaults(),
                soon,
                OutputStream.nullOutputStream()))
        .isInstanceOf(DeadlineExceededException.class);
  }
}
