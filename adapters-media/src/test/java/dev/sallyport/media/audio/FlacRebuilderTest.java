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

class FlacRebuilderTest implements ContentRebuilderContract {
  private static final int BLOCK = FlacFile.BLOCK;
  private static final byte[] PLAIN = frames(FlacFile.begun(1, 4 * BLOCK)).bytes();

  private static Checking check(byte[]... parts) throws IOException {
    return Checking.of(new FlacRebuilder(), join(parts));
  }

  private static ReasonCode reason(FlacFile file) throws IOException {
    return check(file.bytes()).reason();
  }

  private static FlacFile frames(FlacFile file) {
    return file.frame(0, 0, FlacFile.constant(16))
        .frame(1, 0, FlacFile.verbatim(16, BLOCK))
        .frame(2, 0, FlacFile.fixed(3, 16))
        .frame(3, 0, FlacFile.linear(8, 16));
  }

  private static byte[] tagged() {
    FlacFile file = new FlacFile().block(0, false, FlacFile.info(BLOCK, 44_100, 1, 16, 4 * BLOCK));
    file.block(1, false, new byte[100]).block(3, false, new byte[18]);
    file.block(4, false, FlacFile.comments("ARTIST=me", "LOCATION=by the lake"));
    file.block(6, false, new byte[400]).block(2, false, new byte[8]).block(5, true, new byte[20]);
    return join(frames(file).bytes(), Mp3File.id3v1());
  }

  @Override
  public ContentRebuilder rebuilder() {
    return new FlacRebuilder();
  }

  @Override
  public byte[] dirtySample() {
    return tagged();
  }

  @Override
  public FileType type() {
    return FileType.FLAC;
  }

  @Test
  void allMetadataIsGoneAndFramesStay() throws IOException {
    Checking checked = check(tagged());
    assertThat(checked.tags()).isEqualTo(6);
    assertThat(checked.bytes()).isEqualTo(PLAIN);
  }

  @Test
  void plainFileStaysAsItWas() throws IOException {
    assertThat(check(PLAIN).tags()).isZero();
    assertThat(check(PLAIN).bytes()).isEqualTo(PLAIN);
  }

  @Test
  void vendorAloneIsNoTag() throws IOException {
    FlacFile file = new FlacFile().block(0, false, FlacFile.info(BLOCK, 44_100, 1, 16, 4 * BLOCK));
    Checking checked = check(frames(file.block(4, true, FlacFile.comments())).bytes());
    assertThat(checked.tags()).isZero();
    assertThat(checked.bytes()).isEqualTo(PLAIN);
  }

  @Test
  void everyWayToCodeTwoChannelsPasses() throws IOException {
    FlacFile file = FlacFile.begun(2, 4 * BLOCK);
    file.frame(0, 1, FlacFile.constant(16), FlacFile.linear(1, 16));
    file.frame(1, 8, FlacFile.fixed(0, 16), FlacFile.linear(32, 17));
    file.frame(2, 9, FlacFile.verbatim(17, BLOCK), FlacFile.fixed(4, 16));
    file.frame(3, 10, FlacFile.fixed(1, 16), FlacFile.constant(17));
    assertThat(check(file.bytes()).bytes()).isEqualTo(file.bytes());
  }

  @Test
  void manyFramesAreNumberedPastOneByte() throws IOException {
    FlacFile file = FlacFile.begun(1, 0);
    for (int i = 0; i < 300; i++) {
      file.frame(i, 0, FlacFile.constant(16));
    }
    assertThat(check(file.bytes()).tags()).isZero();
  }

  @Test
  void everyCutIsTruncated() throws IOException {
    byte[] file = Arrays.copyOf(tagged(), tagged().length - 128);
    for (int length = 1; length < file.length; length++) {
      assertThat(check(Arrays.copyOf(file, length)).reason())
          .as("cut to %d", length)
          .isEqualTo(ReasonCode.TRUNCATED);
    }
  }

  @Test
  void whateverFollowsTheLastFrameIsTrailingData() throws IOException {
    byte[] zip = new ByteBuilder().text("PK\3\4").zeros(26).bytes();
    assertThat(check(PLAIN, zip).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
    assertThat(check(PLAIN, zip, Mp3File.id3v1()).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
    assertThat(check(PLAIN, new byte[1]).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
    assertThat(check(PLAIN, PLAIN).reason()).isEqualTo(ReasonCode.TRAILING_DATA);
  }

  @Test
  void everyFlippedBitOfAFrameIsMalformedOrWorse() throws IOException {
    for (int at = 42; at < PLAIN.length; at++) {
      byte[] flipped = PLAIN.clone();
      flipped[at] ^= (byte) (1 << at % 8);
      assertThat(check(flipped).reason()).as("byte %d", at).isNotNull();
    }
  }

  @Test
  void wrongChecksumsAreMalformed() throws IOException {
    FlacFile footer = FlacFile.begun(1, BLOCK);
    footer.frame(FlacFile.header(0, 0), FlacFile.constant(16), 1);
    assertThat(reason(footer)).isEqualTo(ReasonCode.MALFORMED);
    byte[] header = FlacFile.header(0, 0);
    header[5] ^= 1;
    FlacFile head = FlacFile.begun(1, BLOCK).frame(header, FlacFile.constant(16), 0);
    assertThat(reason(head)).isEqualTo(ReasonCode.MALFORMED);
  }

  @ParameterizedTest
  @CsvSource({
    "0xfff9,0x19,0x08,1", "0xfff8,0x09,0x08,0", "0xfff8,0x18,0x08,0", "0xfff8,0x1f,0x08,0",
    "0xfff8,0x19,0x18,0", "0xfff8,0x19,0xb8,0", "0xfff8,0x19,0x0c,0", "0xfff8,0x19,0x06,0",
    "0xfff8,0x19,0x09,0", "0xfff8,0x29,0x08,0", "0xfff8,0x19,0x08,1"
  })
  void headersThatContradictTheStreamAreMalformed(
      String sync, String sizes, String channels, int number) throws IOException {
    byte[] header =
        FlacFile.header(
            Integer.decode(sync), Integer.decode(sizes), Integer.decode(channels), number);
    FlacFile file = FlacFile.begun(1, BLOCK).frame(header, FlacFile.constant(16), 0);
    assertThat(reason(file)).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void subframesThatCannotBeAreMalformed() throws IOException {
    String fill = "1".repeat(4000);
    for (String body :
        new String[] {
          "1" + FlacFile.constant(16).substring(1),
          FlacFile.bits(8, 4) + fill,
          FlacFile.bits(8, 13 << 1) + fill,
          FlacFile.bits(8, 1) + "0".repeat(16) + fill,
          FlacFile.bits(8, 8 << 1) + "10" + fill,
          FlacFile.bits(8, 8 << 1) + "00" + "0111" + fill,
          FlacFile.bits(8, 32 << 1) + FlacFile.bits(16, 0) + "1111" + fill,
          FlacFile.bits(8, 8 << 1) + "01" + "0000" + "11110" + "0".repeat(9) + fill
        }) {
      FlacFile file = FlacFile.begun(1, BLOCK).frame(FlacFile.header(0, 0), body, 0);
      assertThat(reason(file)).as(body).isEqualTo(ReasonCode.MALFORMED);
    }
  }

  @Test
  void streamInfoThatCannotBeIsMalformed() throws IOException {
    for (byte[] info :
        new byte[][] {
          FlacFile.info(15, 44_100, 1, 16, BLOCK),
          FlacFile.info(BLOCK, 0, 1, 16, BLOCK),
          FlacFile.info(BLOCK, 44_100, 1, 3, BLOCK),
          new byte[33]
        }) {
      FlacFile file = new FlacFile().block(0, true, info).frame(0, 0, FlacFile.constant(16));
      assertThat(reason(file)).isEqualTo(ReasonCode.MALFORMED);
    }
    FlacFile late = new FlacFile().block(1, false, new byte[34]);
    assertThat(reason(late)).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void metadataThatCannotBeIsRefused() throws IOException {
    byte[] info = FlacFile.info(BLOCK, 44_100, 1, 16, 4 * BLOCK);
    for (int type : new int[] {0, 7, 127}) {
      FlacFile file = new FlacFile().block(0, false, info).block(type, true, new byte[34]);
      assertThat(reason(frames(file))).isEqualTo(ReasonCode.MALFORMED);
    }
    FlacFile beyond = new FlacFile().block(0, false, info).block(6, true, 0xff_ffff, new byte[9]);
    assertThat(reason(frames(beyond))).isEqualTo(ReasonCode.TRUNCATED);
    byte[] lying = new ByteBuilder().le(4, 0).le(4, 0x7fff_ffff).bytes();
    FlacFile many = new FlacFile().block(0, false, info).block(4, true, lying);
    assertThat(reason(frames(many))).isEqualTo(ReasonCode.MALFORMED);
    byte[] longer = new ByteBuilder().le(4, 0xffff_ffffL).zeros(20).bytes();
    FlacFile vendor = new FlacFile().block(0, false, info).block(4, true, longer);
    assertThat(reason(frames(vendor))).isEqualTo(ReasonCode.MALFORMED);
    FlacFile endless = new FlacFile().block(0, false, info);
    for (int i = 0; i < 2000; i++) {
      endless.block(1, false, new byte[0]);
    }
    assertThat(reason(endless)).isEqualTo(ReasonCode.MALFORMED);
  }

  @Test
  void samplesThatAreMissingOrTooManyAreRefused() throws IOException {
    assertThat(reason(frames(FlacFile.begun(1, 5 * BLOCK)))).isEqualTo(ReasonCode.TRUNCATED);
    assertThat(reason(frames(FlacFile.begun(1, 3 * BLOCK + 1)))).isEqualTo(ReasonCode.MALFORMED);
    assertThat(reason(FlacFile.begun(1, 0))).isEqualTo(ReasonCode.TRUNCATED);
  }
}
