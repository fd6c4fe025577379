package dev.sallyport.media.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.contract.sanitization.ContentRebuilderContract;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PngRebuilderTest implements ContentRebuilderContract {
  private static final int WIDTH = 13;
  private static final int HEIGHT = 9;

  @Override
  public ContentRebuilder rebuilder() {
    return new PngRebuilder(Rebuild.BUDGET);
  }

  @Override
  public byte[] dirtySample() {
    int[][][] samples = samples(3, 8, 256, new Random(1));
    return new PngFile()
        .header(WIDTH, HEIGHT, 8, 2, 1)
        .chunk("tEXt", "Comment\0secret".getBytes(StandardCharsets.US_ASCII))
        .chunk("eXIf", PngFile.exif(6, true))
        .chunk("IDAT", PngFile.deflated(PngFile.lines(samples, 8, true)))
        .end();
  }

  @Override
  public FileType type() {
    return FileType.PNG;
  }

  @ParameterizedTest
  @CsvSource({
    "0,1", "0,2", "0,4", "0,8", "0,16", "2,8", "2,16", "3,1", "3,2", "3,4", "3,8", "4,8", "4,16",
    "6,8", "6,16"
  })
  void everyKindOfPixelSurvivesInEveryOrientation(int type, int depth) throws IOException {
    int channels = new int[] {1, 0, 3, 1, 2, 0, 4}[type];
    for (int orientation = 1; orientation <= 8; orientation++) {
      for (boolean interlaced : new boolean[] {false, true}) {
        Random random = new Random(100 * type + depth);
        int[][][] samples = samples(channels, depth, 1 << depth, random);
        PngFile file = new PngFile().header(WIDTH, HEIGHT, depth, type, interlaced ? 1 : 0);
        if (type == 3) {
          file.chunk("PLTE", new byte[3 << depth]);
        }
        byte[] lines = PngFile.lines(samples, depth, interlaced);
        file.chunk("eXIf", PngFile.exif(orientation, orientation % 2 == 0));
        Rebuild rebuild = Rebuild.png(file.chunk("IDAT", PngFile.deflated(lines)).end());
        assertThat(samplesOf(rebuild, channels))
            .as("orientation %d, interlaced %s", orientation, interlaced)
            .isDeepEqualTo(Turn.upright(eightBits(samples, depth), orientation));
        assertThat(chunks(rebuild.bytes())).isSubsetOf("IHDR", "PLTE", "IDAT", "IEND");
      }
    }
  }

  private static int[][][] samples(int channels, int depth, int colours, Random random) {
    int[][][] samples = new int[HEIGHT][WIDTH][channels];
    for (int[][] row : samples) {
      for (int[] pixel : row) {
        Arrays.setAll(pixel, _ -> random.nextInt(Math.min(colours, 1 << depth)));
      }
    }
    return samples;
  }

  private static int[][][] eightBits(int[][][] samples, int depth) {
    return Arrays.stream(samples)
        .map(row ->
            Arrays.stream(row)
                .map(p -> Arrays.stream(p).map(s -> depth == 16 ? s >> 8 : s).toArray())
                .toArray(int[][]::new))
        .toArray(int[][][]::new);
  }

  private static int[][][] samplesOf(Rebuild rebuild, int channels) throws IOException {
    Raster raster = rebuild.image().getRaster();
    int[][][] samples = new int[raster.getHeight()][raster.getWidth()][channels];
    for (int y = 0; y < raster.getHeight(); y++) {
      for (int x = 0; x < raster.getWidth(); x++) {
        samples[y][x] = Arrays.copyOf(raster.getPixel(x, y, (int[]) null), channels);
      }
    }
    return samples;
  }

  private static List<String> chunks(byte[] file) {
    List<String> names = new ArrayList<>();
    ByteBuffer bytes = ByteBuffer.wrap(file).position(8);
    while (bytes.hasRemaining()) {
      int length = bytes.getInt();
      names.add(new String(file, bytes.position(), 4, StandardCharsets.US_ASCII));
      bytes.position(bytes.position() + 8 + length);
    }
    return names;
  }

  @Test
  void metadataAndProfilesAreListedAndHintsAreNot() throws IOException {
    byte[] file =
        PngFile.gray(2, 2)
            .chunk("tEXt", new byte[10])
            .chunk("tIME", new byte[7])
            .chunk("zzZz", new byte[3])
            .end();
    assertThat(Rebuild.png(file).removed()).isEqualTo(Map.of(Removal.Kind.IMAGE_METADATA, 3L));
    byte[] hints =
        new PngFile()
            .header(1, 1, 8, 0, 0)
            .chunk("gAMA", new byte[4])
            .chunk("sRGB", new byte[1])
            .chunk("pHYs", new byte[9])
            .chunk("IDAT", PngFile.deflated(new byte[2]))
            .end();
    assertThat(Rebuild.png(hints).removed()).isEmpty();
    byte[] profile =
        new PngFile()
            .header(1, 1, 8, 0, 0)
            .chunk("iCCP", new byte[40])
            .chunk("IDAT", PngFile.deflated(new byte[2]))
            .end();
    assertThat(Rebuild.png(profile).removed()).isEqualTo(Map.of(Removal.Kind.COLOR_PROFILE, 1L));
  }

  @Test
  void bytesAfterTheEndGo() throws IOException {
    byte[] file = PngFile.gray(2, 2).end();
    byte[] polyglot = Arrays.copyOf(file, file.length + 100);
    Rebuild rebuild = Rebuild.png(polyglot);
    assertThat(rebuild.removed()).isEqualTo(Map.of(Removal.Kind.TRAILING_DATA, 1L));
    assertThat(rebuild.bytes()).isEqualTo(Rebuild.png(file).bytes());
  }

  @Test
  void bytesBehindTheCompressedDataGo() throws IOException {
    byte[] data = PngFile.deflated(new byte[6]);
    byte[] file =
        new PngFile()
            .header(2, 2, 8, 0, 0)
            .chunk("IDAT", Arrays.copyOf(data, data.length + 5))
            .chunk("IDAT", new byte[7])
            .end();
    assertThat(Rebuild.png(file).removed()).isEqualTo(Map.of(Removal.Kind.TRAILING_DATA, 1L));
  }

  @Test
  void transparentColourSurvives() throws IOException {
    byte[] key = {0, 7};
    byte[] gray =
        new PngFile()
            .header(2, 1, 8, 0, 0)
            .chunk("tRNS", key)
            .chunk("IDAT", PngFile.deflated(new byte[] {0, 7, 8}))
            .end();
    Rebuild rebuild = Rebuild.png(gray);
    assertThat(chunks(rebuild.bytes())).containsExactly("IHDR", "tRNS", "IDAT", "IEND");
    assertThat(rebuild.image().getRGB(0, 0) >>> 24).isZero();
    assertThat(rebuild.image().getRGB(1, 0) >>> 24).isEqualTo(255);
  }

  @Test
  void transparentColourOfSixteenBitsBecomesAlpha() throws IOException {
    byte[] lines = {0, 1, 2, 3, 4, 5, 6, 1, 2, 3, 4, 5, 7};
    byte[] file =
        new PngFile()
            .header(2, 1, 16, 2, 0)
            .chunk("tRNS", new byte[] {1, 2, 3, 4, 5, 6})
            .chunk("IDAT", PngFile.deflated(lines))
            .end();
    assertThat(samplesOf(Rebuild.png(file), 4)[0])
        .isDeepEqualTo(new int[][] {{1, 3, 5, 0}, {1, 3, 5, 255}});
  }

  @Test
  void paletteKeepsItsTransparency() throws IOException {
    byte[] file =
        new PngFile()
            .header(2, 1, 2, 3, 0)
            .chunk("PLTE", new byte[] {1, 2, 3, 4, 5, 6})
            .chunk("tRNS", new byte[] {9})
            .chunk("IDAT", PngFile.deflated(new byte[] {0, 0x10}))
            .end();
    Rebuild rebuild = Rebuild.png(file);
    assertThat(chunks(rebuild.bytes())).containsExactly("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    assertThat(rebuild.image().getRGB(0, 0)).isEqualTo(0x09010203);
    assertThat(rebuild.image().getRGB(1, 0)).isEqualTo(0xff040506);
  }

  @Test
  void animationKeepsItsDefaultImageAndCountsItsFrames() throws IOException {
    byte[] small = frame(2, 2);
    PngFile file =
        new PngFile()
            .header(2, 2, 8, 0, 0)
            .chunk("acTL", new byte[8])
            .chunk("fcTL", small)
            .chunk("IDAT", PngFile.deflated(new byte[6]));
    assertThat(Rebuild.png(file.chunk("fcTL", small).chunk("fdAT", new byte[9]).end()).removed())
        .isEqualTo(Map.of(Removal.Kind.IMAGE_METADATA, 4L));
    PngFile flood = PngFile.gray(2, 2);
    for (int i = 0; i < 6; i++) {
      flood.chunk("fcTL", frame(3000, 3000));
    }
    assertThat(Rebuild.png(flood.end()).reason()).isEqualTo(ReasonCode.TOO_MANY_PIXELS);
  }

  private static byte[] frame(int width, int height) {
    return ByteBuffer.allocate(26).putInt(4, width).putInt(8, height).array();
  }

  @Test
  void brokenExifMeansUpright() throws IOException {
    for (int cut = 0; cut < 26; cut++) {
      byte[] exif = Arrays.copyOf(PngFile.exif(6, true), cut);
      byte[] file = PngFile.gray(3, 2).chunk("eXIf", exif).end();
      Rebuild rebuild = Rebuild.png(file);
      assertThat(rebuild.image().getWidth()).as("cut to %d", cut).isIn(2, 3);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "basi6a16",
        "basn0g16",
        "basn3p04",
        "ccwn2c08",
        "cten0g04",
        "ctzn0g04",
        "exif2c08",
        "s09n3p02",
        "tbbn3p08",
        "z09n2c08"
      })
  void imagesOfTheTestSuiteKeepTheirPixels(String name) throws IOException {
    byte[] file = Rebuild.resource("png/" + name + ".png");
    Rebuild rebuild = Rebuild.png(file);
    assertThat(rebuild.image().getWidth()).isEqualTo(Rebuild.decode(file).getWidth());
    assertThat(chunks(rebuild.bytes())).isSubsetOf("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
    Raster expected = Rebuild.decode(file).getRaster();
    Raster actual = rebuild.image().getRaster();
    int shift = expected.getSampleModel().getSampleSize(0) == 16 ? 8 : 0;
    for (int y = 0; y < expected.getHeight(); y++) {
      for (int x = 0; x < expected.getWidth(); x++) {
        int[] pixel = expected.getPixel(x, y, (int[]) null);
        assertThat(actual.getPixel(x, y, (int[]) null))
            .isEqualTo(Arrays.stream(pixel).map(sample -> sample >> shift).toArray());
      }
    }
    assertThat(Rebuild.png(rebuild.bytes()).removed()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"xd0n2c08", "xs1n0g01"})
  void corruptImagesOfTheTestSuiteAreRefused(String name) throws IOException {
    assertThat(Rebuild.png(Rebuild.resource("png/" + name + ".png")).reason())
        .isEqualTo(ReasonCode.MALFORMED);
  }
}
