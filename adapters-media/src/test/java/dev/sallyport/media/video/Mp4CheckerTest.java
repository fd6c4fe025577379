package dev.sallyport.media.video;

import static dev.sallyport.media.rebuild.ByteBuilder.join;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.contract.sanitization.ContentRebuilderContract;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.ByteBuilder;
import dev.sallyport.media.rebuild.Checking;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Mp4CheckerTest implements ContentRebuilderContract {
  private static final byte[] SECRET = "at home by the lake".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ZIP = new ByteBuilder().text("PK\3\4").zeros(26).bytes();

  private static Checking check(byte[]... parts) throws IOException {
    return Checking.of(new Mp4Checker(), join(parts));
  }

  private static Mp4File file(Consumer<Mp4File> change) {
    Mp4File file = new Mp4File();
    change.accept(file);
    return file;
  }

  private static ReasonCode reason(Consumer<Mp4File> change) throws IOException {
    return check(file(change).bytes()).reason();
  }

  @Override
  public ContentRebuilder rebuilder() {
    return new Mp4Checker();
  }

  @Override
  public byte[] dirtySample() {
    Mp4File file = new Mp4File();
    file.creation = 3_800_000_000L;
    file.inMovie =
        join(Mp4File.box("udta", Mp4File.box("\251xyz", SECRET)), Mp4File.box("meta", SECRET));
    file.inTrack = join(Mp4File.box("uuid", SECRET), Mp4File.box("free", SECRET));
    file.inTables = Mp4File.box("what", SECRET);
    return join(file.bytes(), Mp4File.box("uuid", SECRET), Mp4File.box("skip", new byte[9]));
  }

  @Override
  public FileType type() {
    return FileType.MP4;
  }

  @Test
  void boxesWithTagsBecomeFreeInTheirPlace() throws IOException {
    Checking checked = check(dirtySample());
    assertThat(checked.tags()).isEqualTo(9);
    String clean = new String(checked.bytes(), StandardCharsets.ISO_8859_1);
    assertThat(clean)
        .hasSize(dirtySample().length)
        .doesNotContain("lake", "Handler", "udta", "uuid");
    assertThat(clean).contains(new String(Mp4File.media(), StandardCharsets.ISO_8859_1));
  }

  @Test
  void plainFileIsValidated() throws IOException {
    assertThat(check(new Mp4File().bytes()).tags()).isZero();
  }

  @Test
  void programsThatWroteAreForgottenWithoutANote() throws IOException {
    Checking checked =
        check(
            file(
                    file -> {
                      file.handler = "vide";
                      file.description = Mp4File.box("avc1", Mp4File.video(), Mp4File.box("avcC"));
                    })
                .bytes());
    assertThat(checked.tags()).isZero();
    assertThat(new String(checked.bytes(), StandardCharsets.ISO_8859_1))
        .doesNotContain("my encoder", "Handler");
  }

  @Test
  void fragmentsLeadToTheirMedia() throws IOException {
    int head = Mp4File.fragmented(0).length;
    int fragment = 8 + 16 + 8 + 16 + 20;
    assertThat(check(Mp4File.fragmented(fragment + 8)).tags()).isZero();
    assertThat(check(Mp4File.fragmented(fragment)).reason()).isEqualTo(ReasonCode.MALFORMED);
    assertThat(check(Mp4File.fragmented(fragment + 9)).reason()).isEqualTo(ReasonCode.TRUNCATED);
    assertThat(check(Mp4File.fragmented(Integer.MIN_VALUE)).reason())
        .isEqualTo(ReasonCode.MALFORMED);
    assertThat(check(Mp4File.fragmented(head)).reason()).isEqualTo(ReasonCode.TRUNCATED);
    byte[] twice = Mp4File.box("tfhd", new ByteBuilder().be(4, 0x20000).be(4, 1).bytes());
    assertThat(check(Mp4File.fragmented(fragment + 24, twice)).reason())
        .isEqualTo(ReasonCode.MALFORMED);
    byte[] senc = Mp4File.box("senc", new byte[8]);
    assertThat(check(Mp4File.fragmented(fragment + 24, senc)).reason())
        .isEqualTo(ReasonCode.ENCRYPTED);
  }

  @Test
  void encryptedTracksAreRefused() throws IOException {
    assertThat(reason(file -> file.description = Mp4File.box("enca", Mp4File.audio())))
        .isEqualTo(ReasonCode.ENCRYPTED);
    assertThat(
            reason(file ->
                file.description = Mp4File.box("mp4a", Mp4File.audio(), Mp4File.box("sinf"))))
        .isEqualTo(ReasonCode.ENCRYPTED);
    assertThat(reason(file -> file.inMovie = Mp4File.box("pssh", SECRET)))
        .isEqualTo(ReasonCode.ENCRYPTED);
  }

  @Test
  void mediaThatIsFetchedFromElsewhereIsActiveContent() throws IOException {
    for (byte[] reference :
        new byte[][] {
          Mp4File.box("url ", new byte[4], "http://x/".getBytes(StandardCharsets.US_ASCII)),
          Mp4File.box("url ", new byte[] {0, 0, 0, 1}, SECRET),
          Mp4File.box("url ", new byte[4]),
          Mp4File.box("urn ", new byte[] {0, 0, 0, 1}),
          Mp4File.box("alis", new byte[] {0, 0, 0, 1})
        }) {
      assertThat(reason(file -> file.reference = reference)).isEqualTo(ReasonCode.ACTIVE_CONTENT);
    }
  }

  @Test
  void tracksAndBrandsThatNobodyKnowsAreUnsupported() throws IOException {
    for (String handler : new String[] {"text", "meta", "hint", "tmcd", "\0\0\0\0"}) {
      assertThat(reason(file -> file.handler = handler)).isEqualTo(ReasonCode.UNSUPPORTED_TYPE);
    }
    assertThat(reason(file -> file.handler = "vide")).isEqualTo(ReasonCode.UNSUPPORTED_TYPE);
    assertThat(reason(file -> file.description = Mp4File.box("twos", Mp4File.audio())))
        .isEqualTo(ReasonCode.UNSUPPORTED_TYPE);
    for (String brand : new String[] {"qt  ", "heic", "avif", "jpx "}) {
      byte[] other = new Mp4File().bytes();
      System.arraycopy(brand.getBytes(StandardCharsets.US_ASCII), 0, other, 8, 4);
      assertThat(check(other).reason()).isEqualTo(ReasonCode.UNSUPPORTED_TYPE);
    }
  }

  @Test
  void everyCutIsTruncated() throws IOException {
    byte[] file = new Mp4File().bytes();
    for (int length = 1; length < file.length; length++) {
      assertThat(check(Arrays.copyOf(file, length)).reason())
          .as("cut to %d", length)
          .isEqualTo(ReasonCode.TRUNCATED);
    }
  }

  @Test
  void whateverFollowsTheBoxesIsTrailingData() throws IOException {
    byte[] file = new Mp4File().bytes();
    assertThat(check(file, ZIP).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
    assertThat(check(file, new byte[1]).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
    assertThat(check(file, file).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
    byte[] media = Mp4File.box("mdat", Mp4File.media(), ZIP);
    assertThat(check(Mp4File.BRAND, media, new Mp4File().movie()).reason())
        .isEqualTo(ReasonCode.TRAILING_DATA);
    byte[] filled = Mp4File.box("mdat", Mp4File.media(), new byte[9]);
    assertThat(check(Mp4File.BRAND, filled, new Mp4File().movie()).tags()).isZero();
    assertThat(check(ZIP, file).reason()).isEqualTo(ReasonCode.MALFORMED);
    byte[] first = Mp4File.box("PK\3\4", new byte[9]);
    assertThat(check(Mp4File.BRAND, first).reason()).isEqualTo(ReasonCode.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(longs = {-20, 1, -1, 100, 0x7fff_0000, 0xffff_0000L})
  void samplesOutsideTheMediaAreRefused(long off) throws IOException {
    ReasonCode expected = off > 1000 ? ReasonCode.TRUNCATED : ReasonCode.MALFORMED;
    assertThat(reason(file -> file.off = off)).isEqualTo(expected);
  }

  @Test
  void tablesThatContradictEachOtherAreMalformed() throws IOException {
    byte[] none = new byte[8];
    assertThat(reason(file -> file.sizes = Mp4File.sizes(50, 50, 50)))
        .isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(file -> file.sizes = Mp4File.sizes(50, 50, 50, 50, 50)))
        .isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(file -> file.sizes = Mp4File.sizes(50, 50, 50, 51)))
        .isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(file -> file.times = none)).isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(file -> file.runs = none)).isEqualTo(ReasonCode.MALFORMED);
    byte[] late = new ByteBuilder().zeros(4).be(4, 1).be(4, 2).be(4, 2).be(4, 1).bytes();
    assertThat(reason(file -> file.runs = late)).isEqualTo(ReasonCode.MALFORMED);
    byte[] other = new ByteBuilder().zeros(4).be(4, 1).be(4, 1).be(4, 2).be(4, 2).bytes();
    assertThat(reason(file -> file.runs = other)).isEqualTo(ReasonCode.MALFORMED);
    byte[] same =
        new ByteBuilder().zeros(4).be(4, 2).be(4, 1).be(4, 2).be(4, 1).be(4, 1).zeros(8).bytes();
    assertThat(reason(file -> file.runs = same)).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void hugeCountsAreMalformedWithoutBeingFollowed() throws IOException {
    byte[] many = new ByteBuilder().zeros(4).be(4, 0xffff_ffffL).zeros(12).bytes();
    assertThat(reason(file -> file.times = many)).isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(file -> file.runs = many)).isEqualTo(ReasonCode.MALFORMED);
    byte[] constant = new ByteBuilder().zeros(4).be(4, 0xffff_ffffL).be(4, 0xffff_ffffL).bytes();
    assertThat(reason(file -> file.sizes = constant)).isEqualTo(ReasonCode.MALFORMED);
    byte[] times = new ByteBuilder().zeros(4).be(4, 1).be(4, 0xffff_ffffL).be(4, 1).bytes();
    byte[] runs = new ByteBuilder().zeros(4).be(4, 1).be(4, 1).be(4, 0xffff_ffffL).be(4, 1).bytes();
    assertThat(
            reason(file -> {
              file.sizes = constant;
              file.times = times;
              file.runs = runs;
            }))
        .isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void boxesThatLieAboutTheirSizeAreRefused() throws IOException {
    byte[] brand = Mp4File.BRAND;
    byte[] tooSmall = new ByteBuilder().be(4, 7).text("moov").bytes();
    assertThat(check(brand, tooSmall).reason()).isEqualTo(ReasonCode.MALFORMED);
    byte[] large = new ByteBuilder().be(4, 1).text("mdat").be(8, Long.MAX_VALUE).bytes();
    assertThat(check(brand, large).reason()).isEqualTo(ReasonCode.TRUNCATED);
    byte[] negative = new ByteBuilder().be(4, 1).text("mdat").be(8, -1).bytes();
    assertThat(check(brand, negative).reason()).isEqualTo(ReasonCode.MALFORMED);
    byte[] endless = new ByteBuilder().be(4, 0).text("moov").zeros(90).bytes();
    assertThat(check(brand, endless).reason()).isEqualTo(ReasonCode.MALFORMED);
    byte[] inner = new ByteBuilder().be(4, 100).text("free").bytes();
    assertThat(reason(file -> file.inTrack = inner)).isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(file -> file.inTrack = new byte[7])).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void mediaMayReachToTheEndOfTheFile() throws IOException {
    Mp4File file = new Mp4File();
    byte[] movie = file.movie();
    file.off = movie.length;
    byte[] media = new ByteBuilder().be(4, 0).text("mdat").raw(Mp4File.media()).bytes();
    assertThat(check(Mp4File.BRAND, file.movie(), media).tags()).isZero();
  }

  @Test
  void manyBoxesAreMalformed() throws IOException {
    byte[] free = Mp4File.box("free");
    byte[][] boxes = new byte[70_000][];
    Arrays.fill(boxes, free);
    assertThat(check(new Mp4File().bytes(), join(boxes)).reason()).isEqualTo(ReasonCode.MALFORMED);
    byte[][] tags = new byte[66_000][];
    Arrays.fill(tags, Mp4File.box("what"));
    assertThat(reason(file -> file.inTrack = join(tags))).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void movieTwiceOrNeverIsRefused() throws IOException {
    byte[] movie = new Mp4File().movie();
    byte[] media = Mp4File.box("mdat", Mp4File.media());
    assertThat(check(Mp4File.BRAND, media, movie, movie).reason()).isEqualTo(ReasonCode.MALFORMED);
    assertThat(check(Mp4File.BRAND, media).reason()).isEqualTo(ReasonCode.TRUNCATED);
    assertThat(check(Mp4File.BRAND, media, Mp4File.box("moov")).reason())
        .isEqualTo(ReasonCode.MALFORMED);
  }
}
