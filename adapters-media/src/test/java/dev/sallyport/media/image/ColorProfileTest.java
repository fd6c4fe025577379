package dev.sallyport.media.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.sanitization.Removal;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColorProfileTest {
  /** Linear light, which sRGB shows much brighter: 64 becomes 137. */
  private static final byte[] LINEAR = profile(ColorSpace.CS_LINEAR_RGB);

  private static final byte[] LINEAR_GRAY = profile(ColorSpace.CS_GRAY);
  private static final int BRIGHTER = 137;

  private static byte[] profile(int space) {
    return ICC_Profile.getInstance(space).getData();
  }

  private static byte[] iccp(byte[] profile) {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    chunk.writeBytes("name\0\0".getBytes(StandardCharsets.US_ASCII));
    chunk.writeBytes(PngFile.deflated(profile));
    return chunk.toByteArray();
  }

  private static Rebuild png(int type, int interlace, int channels, byte[] profile)
      throws IOException {
    int[][][] samples = new int[3][3][channels];
    for (int[][] row : samples) {
      for (int[] pixel : row) {
        Arrays.fill(pixel, 64);
      }
    }
    PngFile file = new PngFile().header(3, 3, 8, type, interlace).chunk("iCCP", iccp(profile));
    if (type == PngHeader.PALETTE) {
      byte[] palette = new byte[3 * 65];
      Arrays.fill(palette, (byte) 64);
      file.chunk("PLTE", palette);
    }
    byte[] lines = PngFile.lines(samples, 8, interlace == 1);
    return Rebuild.png(file.chunk("IDAT", PngFile.deflated(lines)).end());
  }

  @Test
  void pixelsOfEveryKindOfPngBecomeThoseOfSrgb() throws IOException {
    for (int interlace : new int[] {0, 1}) {
      for (int[] kind : new int[][] {{2, 3}, {3, 1}, {6, 4}}) {
        Rebuild rebuild = png(kind[0], interlace, kind[1], LINEAR);
        assertThat(rebuild.image().getRGB(1, 1) >> 16 & 255).isEqualTo(BRIGHTER);
        assertThat(rebuild.image().getRGB(2, 2) & 255).isEqualTo(BRIGHTER);
        assertThat(rebuild.removed()).containsOnlyKeys(Removal.Kind.COLOR_PROFILE);
      }
      Rebuild gray = png(PngHeader.GRAY, interlace, 1, LINEAR_GRAY);
      assertThat(gray.image().getRaster().getSample(1, 1, 0)).isEqualTo(BRIGHTER);
      Rebuild alpha = png(PngHeader.GRAY_ALPHA, interlace, 2, LINEAR_GRAY);
      assertThat(alpha.image().getRaster().getSample(1, 1, 0)).isEqualTo(BRIGHTER);
      assertThat(alpha.image().getRaster().getSample(1, 1, 1)).isEqualTo(64);
    }
  }

  @Test
  void pixelsOfJpegAndWebpBecomeThoseOfSrgb() throws IOException {
    BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 20_000; i++) {
      image.setRGB(i % 200, i / 200, 0x404040);
    }
    byte[] plain = JpegFile.encode(image, false);
    byte[] first = part(LINEAR, 1, 0, 100);
    byte[] second = part(LINEAR, 2, 100, LINEAR.length);
    byte[] file = JpegFile.afterStart(JpegFile.afterStart(plain, first), second);
    Rebuild rebuild = Rebuild.jpeg(file);
    assertThat(rebuild.image().getRGB(199, 99) & 255).isBetween(BRIGHTER - 3, BRIGHTER + 3);
    assertThat(rebuild.removed()).containsOnlyKeys(Removal.Kind.COLOR_PROFILE);
    Rebuild half = Rebuild.jpeg(JpegFile.afterStart(plain, first));
    assertThat(half.image().getRGB(199, 99) & 255).isBetween(61, 67);
    byte[] webp =
        new WebpFile()
            .canvas(32, WebpFile.WIDTH, WebpFile.HEIGHT)
            .chunk("ICCP", LINEAR)
            .chunk("VP8L", WebpFile.lossless())
            .riff();
    assertThat(Rebuild.webp(webp).image().getRGB(0, 0)).isEqualTo(0xff0000bc);
  }

  private static byte[] part(byte[] profile, int number, int from, int to) {
    byte[] numbered = new byte[to - from + 2];
    numbered[0] = (byte) number;
    numbered[1] = 2;
    System.arraycopy(profile, from, numbered, 2, to - from);
    return JpegFile.segment(0xe2, "ICC_PROFILE\0", numbered);
  }

  @Test
  void brokenOrStrangeProfilesAreLeftOut() throws IOException {
    byte[] printer = LINEAR.clone();
    ByteBuffer.wrap(printer).put(12, "prtr".getBytes(StandardCharsets.US_ASCII));
    byte[] outside = LINEAR.clone();
    ByteBuffer.wrap(outside).putInt(128 + 8, Integer.MAX_VALUE);
    byte[] many = LINEAR.clone();
    ByteBuffer.wrap(many).putInt(128, Integer.MAX_VALUE);
    byte[] srgb = profile(ColorSpace.CS_sRGB);
    for (byte[] each :
        new byte[][] {
          printer, outside, many, srgb, LINEAR_GRAY, new byte[0], Arrays.copyOf(LINEAR, 300)
        }) {
      Rebuild rebuild = png(PngHeader.RGB, 0, 3, each);
      assertThat(rebuild.image().getRGB(1, 1) & 255).isEqualTo(64);
      assertThat(rebuild.removed()).containsOnlyKeys(Removal.Kind.COLOR_PROFILE);
    }
  }

  @Test
  void damagedProfilesNeverEndARebuild() throws IOException {
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      byte[] damaged = LINEAR.clone();
      for (int i = 0; i < 1 + seed % 10; i++) {
        damaged[128 + random.nextInt(damaged.length - 128)] = (byte) random.nextInt();
      }
      assertThat(png(PngHeader.RGB, 0, 3, damaged).removed())
          .as("seed %d", seed)
          .containsOnlyKeys(Removal.Kind.COLOR_PROFILE);
    }
  }

  @Test
  void profileThatInflatesWithoutEndIsLeftOut() throws IOException {
    byte[] bomb = iccp(new byte[(16 << 20) + 1]);
    assertThat(PngProfile.inflate(bomb, 16 << 20)).isEmpty();
    assertThat(PngProfile.inflate(iccp(LINEAR), 16 << 20)).isEqualTo(LINEAR);
    assertThat(PngProfile.inflate(Arrays.copyOf(bomb, 50), 16 << 20)).isEmpty();
  }
}
