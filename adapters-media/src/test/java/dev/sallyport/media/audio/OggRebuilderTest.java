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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OggRebuilderTest implements ContentRebuilderContract {
  private static final byte[] PACKET = new byte[40];

  private static Checking check(byte[]... parts) throws IOException {
    return Checking.of(new OggRebuilder(), join(parts));
  }

  private static ReasonCode reason(OggFile file) throws IOException {
    return check(file.bytes()).reason();
  }

  @Override
  public ContentRebuilder rebuilder() {
    return new OggRebuilder();
  }

  @Override
  public byte[] dirtySample() {
    return OggFile.vorbis(7, "ARTIST=me", "LOCATION=by the lake").audio().bytes();
  }

  @Override
  public FileType type() {
    return FileType.OGG;
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @Test
  void commentsAreGoneAndAudioStays() throws IOException {
    Checking vorbis = check(dirtySample());
    assertThat(vorbis.tags()).isEqualTo(2);
    assertThat(text(vorbis.bytes())).doesNotContain("lake", "me!").contains("\5vorbis");
    Checking opus = check(OggFile.opus(7, "ARTIST=me").audio().bytes());
    assertThat(opus.tags()).isEqualTo(1);
    assertThat(text(opus.bytes())).doesNotContain("ARTIST", "me!").contains("OpusHead");
  }

  @Test
  void vendorAloneIsNoTag() throws IOException {
    assertThat(check(OggFile.vorbis(7).audio().bytes()).tags()).isZero();
    assertThat(check(OggFile.opus(7).audio().bytes()).tags()).isZero();
  }

  @Test
  void pagesOfAudioOnlyChangeTheirNumbers() throws IOException {
    byte[] clean = check(OggFile.opus(7, "A=b").audio().bytes()).bytes();
    assertThat(check(clean).bytes()).isEqualTo(clean);
    byte[] picture = new byte[300_000];
    Arrays.fill(picture, (byte) 'x');
    byte[] comments = OggFile.comments("OpusTags", "", "PIC=" + text(picture));
    OggFile file = new OggFile(7).page(2, 0, OggFile.opusHead());
    spread(file, comments);
    assertThat(check(file.audio().bytes()).bytes()).isEqualTo(clean);
  }

  private static void spread(OggFile file, byte[] packet) {
    int full = 255 * 255;
    byte[] lacing = new byte[255];
    Arrays.fill(lacing, (byte) 255);
    int at = 0;
    for (; packet.length - at > full; at += full) {
      file.segments(at == 0 ? 0 : 1, -1, lacing, Arrays.copyOfRange(packet, at, at + full));
    }
    file.page(1, 0, Arrays.copyOfRange(packet, at, packet.length));
  }

  @Test
  void flacInOggPasses() throws IOException {
    byte[] info = FlacFile.info(192, 44_100, 1, 16, 0);
    byte[] head =
        new ByteBuilder().text("\177FLAC").u8(1, 0, 0, 2).text("fLaC").be(4, 34).raw(info).bytes();
    byte[] comments = FlacFile.comments("A=b", "C=d");
    byte[] comment = new ByteBuilder().u8(4).be(3, comments.length).raw(comments).bytes();
    byte[] picture = new ByteBuilder().u8(0x86).be(3, 90).zeros(90).bytes();
    byte[] frame = new ByteBuilder().u8(0xff, 0xf8).zeros(40).bytes();
    OggFile file = new OggFile(7).page(2, 0, head).page(0, 0, comment, picture);
    Checking checked = check(file.page(4, 192, frame).bytes());
    assertThat(checked.tags()).isEqualTo(3);
    assertThat(check(checked.bytes()).tags()).isZero();
    OggFile other = new OggFile(7).page(2, 0, head).page(0, 0, comment, picture);
    assertThat(reason(other.page(4, 192, PACKET))).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void chainedStreamsPassUpToABound() throws IOException {
    byte[] first = OggFile.vorbis(1, "A=b").audio().bytes();
    byte[] second = OggFile.opus(2, "A=b").audio().bytes();
    assertThat(check(first, second).tags()).isEqualTo(2);
    assertThat(check(first, first).reason()).isEqualTo(ReasonCode.MALFORMED);
    ByteBuilder many = new ByteBuilder();
    for (int i = 0; i < 65; i++) {
      many.raw(OggFile.opus(i).audio().bytes());
    }
    assertThat(check(many.bytes()).reason()).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void streamsSideBySideAreUnsupported() throws IOException {
    byte[] other = new OggFile(9).page(2, 0, OggFile.opusHead()).bytes();
    byte[] head = new OggFile(7).page(2, 0, OggFile.vorbisHead()).bytes();
    assertThat(check(head, other).reason()).isEqualTo(ReasonCode.UNSUPPORTED_TYPE);
    byte[] begun = OggFile.opus(7).page(0, 960, PACKET).bytes();
    assertThat(check(begun, other).reason()).isEqualTo(ReasonCode.UNSUPPORTED_TYPE);
  }

  @Test
  void otherCodecsAreUnsupported() throws IOException {
    byte[] theora = new ByteBuilder().text("\200theora").zeros(35).bytes();
    assertThat(reason(new OggFile(1).page(2, 0, theora).audio()))
        .isEqualTo(ReasonCode.UNSUPPORTED_TYPE);
    byte[] ambisonic = Arrays.copyOf(OggFile.opusHead(), 23);
    ambisonic[18] = 2;
    assertThat(reason(new OggFile(1).page(2, 0, ambisonic).audio()))
        .isEqualTo(ReasonCode.UNSUPPORTED_TYPE);
  }

  @Test
  void headsThatCannotBeAreMalformed() throws IOException {
    byte[] head = OggFile.vorbisHead();
    for (int place : new int[] {7, 11, 13, 28, 29}) {
      byte[] wrong = head.clone();
      wrong[place] ^= (byte) (place == 11 ? 1 : 0xc1);
      if (place == 13) {
        wrong[12] = 0;
        wrong[13] = 0;
      }
      assertThat(reason(new OggFile(1).page(2, 0, wrong).audio()))
          .as("byte %d", place)
          .isEqualTo(ReasonCode.MALFORMED);
    }
    byte[] three = OggFile.opusHead();
    three[9] = 3;
    assertThat(reason(new OggFile(1).page(2, 0, three).audio())).isEqualTo(ReasonCode.MALFORMED);
    byte[] longer = Arrays.copyOf(OggFile.opusHead(), 20);
    assertThat(reason(new OggFile(1).page(2, 0, longer).audio())).isEqualTo(ReasonCode.MALFORMED);
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
  void everyFlippedBitIsRefused() throws IOException {
    byte[] file = dirtySample();
    for (int at = 0; at < file.length; at++) {
      byte[] flipped = file.clone();
      flipped[at] ^= (byte) (1 << at % 8);
      assertThat(check(flipped).reason()).as("byte %d", at).isNotNull();
    }
  }

  @Test
  void whateverFollowsTheEndIsTrailingData() throws IOException {
    byte[] zip = new ByteBuilder().text("PK\3\4").zeros(26).bytes();
    assertThat(check(dirtySample(), zip).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
    assertThat(check(dirtySample(), new byte[1]).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
  }

  @Test
  void streamWithoutAnEndIsTruncated() throws IOException {
    assertThat(reason(OggFile.opus(7).page(0, 960, PACKET))).isEqualTo(ReasonCode.TRUNCATED);
    assertThat(reason(OggFile.opus(7))).isEqualTo(ReasonCode.TRUNCATED);
  }

  @Test
  void pagesThatDoNotFitTogetherAreMalformed() throws IOException {
    byte[] lacing = {40};
    byte[] full = {(byte) 255};
    for (OggFile file :
        new OggFile[] {
          OggFile.opus(7).page(0, 960, 7, 3, 0, lacing, PACKET),
          OggFile.opus(7).page(0, 960, 8, 2, 0, lacing, PACKET),
          OggFile.opus(7).page(0, 960, 7, 2, 1, lacing, PACKET),
          OggFile.opus(7).page(1, 960, PACKET),
          OggFile.opus(7).page(8, 960, PACKET),
          OggFile.opus(7).page(2, 960, PACKET),
          OggFile.opus(7).page(0, -1, PACKET),
          OggFile.opus(7).page(0, -2, PACKET),
          OggFile.opus(7).segments(0, 960, full, new byte[255]),
          OggFile.opus(7).segments(4, -1, full, new byte[255]),
          OggFile.opus(7).segments(0, -1, full, new byte[255]).page(0, 960, PACKET),
          OggFile.opus(7).page(0, 1920, PACKET).page(0, 960, PACKET),
          new OggFile(7).page(0, 0, OggFile.opusHead()),
          new OggFile(7).page(6, 0, OggFile.opusHead()),
          new OggFile(7).page(2, 0, OggFile.opusHead(), PACKET)
        }) {
      assertThat(reason(file)).isEqualTo(ReasonCode.MALFORMED);
    }
  }

  @Test
  void commentsThatLieAreMalformed() throws IOException {
    for (byte[] comments :
        new byte[][] {
          new ByteBuilder().text("OpusTags").le(4, 0xffff_ffffL).zeros(50).bytes(),
          new ByteBuilder().text("OpusTags").le(4, 51).zeros(50).bytes(),
          new ByteBuilder().text("OpusTags").le(4, 0).le(4, 0x7fff_ffff).bytes(),
          new ByteBuilder().text("OpusTags").le(4, 0).le(4, 1).le(4, 5).bytes(),
          new ByteBuilder().text("OpusTag").bytes(),
          new ByteBuilder().text("OpusHats").zeros(8).bytes()
        }) {
      OggFile file = new OggFile(1).page(2, 0, OggFile.opusHead()).page(0, 0, comments).audio();
      assertThat(reason(file)).isEqualTo(ReasonCode.MALFORMED);
    }
    byte[] noFrame = OggFile.comments("\3vorbis", "\0");
    OggFile file = new OggFile(1).page(2, 0, OggFile.vorbisHead());
    assertThat(reason(file.page(0, 0, noFrame, OggFile.setup(10)).audio()))
        .isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void hugeSetupIsMalformed() throws IOException {
    OggFile file = new OggFile(1).page(2, 0, OggFile.vorbisHead());
    file.page(0, 0, OggFile.comments("\3vorbis", "\1"));
    spread(file, OggFile.setup(2_000_000));
    assertThat(reason(file.audio())).isEqualTo(ReasonCode.MALFORMED);
  }

  /** The contract's damage ends at the checksums; this does not. */
  @Test
  void damageUnderRightChecksumsIsAnswered() throws IOException {
    Map<String, Integer> answers = new TreeMap<>();
    for (int seed = 0; seed < 2000; seed++) {
      Random random = new Random(seed);
      byte[] comments = damaged(OggFile.comments("\3vorbis", "\1", "A=b", "C=d"), random);
      OggFile file = new OggFile(7).page(2, 0, damaged(OggFile.vorbisHead(), random));
      file.page(0, 0, comments, damaged(OggFile.setup(300), random));
      byte[] lacing = new byte[random.nextInt(5)];
      random.nextBytes(lacing);
      int length = 0;
      for (byte one : lacing) {
        length += one & 0xff;
      }
      file.segments(random.nextInt(8), random.nextInt(3) - 1L, lacing, new byte[length]);
      Checking checked = check(file.page(4, 960, PACKET).bytes());
      answers.merge(checked.result().getClass().getSimpleName(), 1, Integer::sum);
    }
    assertThat(answers).containsOnlyKeys("Done", "Refused");
  }

  private static byte[] damaged(byte[] packet, Random random) {
    byte[] damaged = packet.clone();
    if (random.nextInt(3) == 0) {
      damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
    }
    return damaged;
  }
}
