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
import org.junit.jupiter.params.provider.CsvSource;

class WebmCheckerTest implements ContentRebuilderContract {
  private static final byte[] SECRET = "at home by the lake".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ZIP = new ByteBuilder().text("PK\3\4").zeros(26).bytes();

  private static Checking check(byte[]... parts) throws IOException {
    return Checking.of(new WebmChecker(), join(parts));
  }

  private static WebmFile file(Consumer<WebmFile> change) {
    WebmFile file = new WebmFile();
    change.accept(file);
    return file;
  }

  private static ReasonCode reason(Consumer<WebmFile> change) throws IOException {
    return check(file(change).bytes()).reason();
  }

  @Override
  public ContentRebuilder rebuilder() {
    return new WebmChecker();
  }

  @Override
  public byte[] dirtySample() {
    WebmFile file = new WebmFile();
    file.inInfo =
        join(
            WebmFile.element(0xbf, new byte[4]),
            WebmFile.element(0x7ba9, SECRET),
            WebmFile.element(0x4461, new byte[8]));
    file.inTrack = WebmFile.element(0x536e, SECRET);
    byte[] seek =
        WebmFile.element(
            0x4dbb,
            WebmFile.element(0x53ab, WebmFile.id(0x1254c367)),
            WebmFile.number(0x53ac, 700));
    file.inSegment =
        join(
            WebmFile.element(0x1254c367, SECRET),
            WebmFile.element(0x1941a469, SECRET),
            WebmFile.element(0x1043a770, SECRET),
            WebmFile.element(0x114d9b74, seek),
            WebmFile.element(0xec, SECRET));
    return file.bytes();
  }

  @Override
  public FileType type() {
    return FileType.WEBM;
  }

  @Test
  void elementsWithTagsBecomeVoidInTheirPlace() throws IOException {
    Checking checked = check(dirtySample());
    assertThat(checked.tags()).isEqualTo(7);
    String clean = new String(checked.bytes(), StandardCharsets.ISO_8859_1);
    assertThat(clean).hasSize(dirtySample().length).doesNotContain("lake", "my muxer", "mine");
    String tags = new String(WebmFile.id(0x1254c367), StandardCharsets.ISO_8859_1);
    assertThat(clean).doesNotContain(tags).contains("a".repeat(60), "A_OPUS");
  }

  @Test
  void plainAndLiveFilesAreValidated() throws IOException {
    assertThat(check(new WebmFile().bytes()).tags()).isZero();
    assertThat(check(new WebmFile().live()).tags()).isZero();
  }

  @Test
  void smallElementsBecomeVoidToo() throws IOException {
    for (int length = 0; length < 20; length++) {
      byte[] short2 = new ByteBuilder().be(2, 0x536e).u8(0x80 | length).zeros(length).bytes();
      Checking checked = check(file(file -> file.inTrack = short2).bytes());
      assertThat(checked.tags()).isEqualTo(1);
      assertThat(check(checked.bytes()).tags()).isZero();
      assertThat(check(checked.bytes()).bytes()).isEqualTo(checked.bytes());
    }
  }

  @ParameterizedTest
  @CsvSource({"V_VP8,1", "V_VP9,1", "V_AV1,1", "A_OPUS,2", "A_VORBIS,2"})
  void codecsOfWebmPass(String codec, int type) throws IOException {
    byte[] bytes =
        file(
                file -> {
                  file.codec = codec;
                  file.type = type;
                })
            .bytes();
    assertThat(check(bytes).tags()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"V_MPEG4/ISO/AVC,1", "A_AAC,2", "D_WEBVTT/SUBTITLES,17", "V_VP8,2", "A_OPUS,0"})
  void otherCodecsAreUnsupported(String codec, int type) throws IOException {
    assertThat(
            reason(file -> {
              file.codec = codec;
              file.type = type;
            }))
        .isEqualTo(ReasonCode.UNSUPPORTED_TYPE);
  }

  @Test
  void matroskaIsUnsupported() throws IOException {
    assertThat(reason(file -> file.docType = "matroska")).isEqualTo(ReasonCode.UNSUPPORTED_TYPE);
    assertThat(reason(file -> file.docType = "")).isEqualTo(ReasonCode.UNSUPPORTED_TYPE);
  }

  @Test
  void encryptedTracksAreRefused() throws IOException {
    byte[] encryption = WebmFile.element(0x6240, WebmFile.element(0x5035, new byte[4]));
    assertThat(reason(file -> file.inTrack = WebmFile.element(0x6d80, encryption)))
        .isEqualTo(ReasonCode.ENCRYPTED);
    byte[] type = WebmFile.element(0x6240, WebmFile.number(0x5033, 1));
    assertThat(reason(file -> file.inTrack = WebmFile.element(0x6d80, type)))
        .isEqualTo(ReasonCode.ENCRYPTED);
    byte[] compression = WebmFile.element(0x6240, WebmFile.element(0x5034, new byte[4]));
    assertThat(reason(file -> file.inTrack = WebmFile.element(0x6d80, compression)))
        .isEqualTo(ReasonCode.UNSUPPORTED_TYPE);
    assertThat(reason(file -> file.inCluster = WebmFile.element(0xaf, new byte[9])))
        .isEqualTo(ReasonCode.ENCRYPTED);
  }

  @Test
  void everyCutIsTruncated() throws IOException {
    byte[] file = dirtySample();
    for (int length = 1; length < file.length; length++) {
      assertThat(check(Arrays.copyOf(file, length)).reason())
          .as("cut to %d", length)
          .isEqualTo(ReasonCode.TRUNCATED);
    }
  }

  @Test
  void whateverFollowsTheSegmentIsTrailingData() throws IOException {
    byte[] file = new WebmFile().bytes();
    assertThat(check(file, ZIP).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
    assertThat(check(file, new byte[1]).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
    assertThat(check(file, file).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
    assertThat(check(new WebmFile().live(), ZIP).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
    assertThat(check(new WebmFile().live(), file).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
    assertThat(check(ZIP, file).reason()).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void elementsThatLieAboutTheirSizeAreRefused() throws IOException {
    byte[] huge = new ByteBuilder().be(2, 0x536e).be(8, 0x01ff_ffff_ffff_fffeL).bytes();
    assertThat(reason(file -> file.inTrack = huge)).isEqualTo(ReasonCode.TRUNCATED);
    byte[] beyond = new ByteBuilder().be(2, 0x536e).u8(0xc0, 70).bytes();
    assertThat(reason(file -> file.inTrack = beyond))
        .isIn(ReasonCode.MALFORMED, ReasonCode.TRUNCATED);
    byte[] over = new ByteBuilder().be(2, 0x536e).u8(0x85).bytes();
    assertThat(reason(file -> file.inTrack = over)).isEqualTo(ReasonCode.MALFORMED);
    byte[] unknown = WebmFile.unknownSize(0x536e);
    assertThat(reason(file -> file.inTrack = unknown)).isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(file -> file.inSegment = WebmFile.unknownSize(0x1254c367)))
        .isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(file -> file.inTrack = new byte[9])).isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(file -> file.inSegment = new byte[9])).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void blocksOfNoTrackAreMalformed() throws IOException {
    assertThat(reason(file -> file.inCluster = WebmFile.block(2))).isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(file -> file.inCluster = WebmFile.element(0xa3, new byte[] {(byte) 0x81})))
        .isEqualTo(ReasonCode.MALFORMED);
    byte[] inGroup =
        WebmFile.element(0xa0, WebmFile.element(0xa1, new byte[] {(byte) 0x82, 0, 0, 0}));
    assertThat(reason(file -> file.inCluster = inGroup)).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void segmentWithoutTracksOrClustersIsRefused() throws IOException {
    WebmFile file = new WebmFile();
    byte[] none = join(file.info(), file.tracks());
    assertThat(check(file.head(), WebmFile.element(0x18538067, none)).reason())
        .isEqualTo(ReasonCode.TRUNCATED);
    byte[] first = WebmFile.element(0x1f43b675, file.cluster());
    assertThat(check(file.head(), WebmFile.element(0x18538067, first)).reason())
        .isEqualTo(ReasonCode.MALFORMED);
    byte[] twice = join(file.tracks(), file.tracks());
    assertThat(check(file.head(), WebmFile.element(0x18538067, twice)).reason())
        .isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void deepNestingIsRefused() throws IOException {
    byte[] nested = {};
    for (int i = 0; i < 5000; i++) {
      nested = WebmFile.element(0xdb, nested);
    }
    byte[] cues = WebmFile.element(0x1c53bb6b, nested);
    assertThat(reason(file -> file.cues = cues)).isEqualTo(ReasonCode.NESTING_LIMIT);
  }

  @Test
  void manyTagsAreMalformed() throws IOException {
    byte[][] names = new byte[66_000][];
    Arrays.fill(names, WebmFile.element(0x536e));
    assertThat(reason(file -> file.inTrack = join(names))).isEqualTo(ReasonCode.MALFORMED);
  }
}
