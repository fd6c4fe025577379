package dev.sallyport.contract.sanitization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.ContentSniffer;
import dev.sallyport.application.sanitization.port.ContentSniffer.Sniffed;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every sniffer keeps. */
public interface ContentSnifferContract {
  /** Returns the sniffer. */
  ContentSniffer sniffer();

  @Test
  default void signaturesSayWhatImagesAre() throws IOException {
    assertThat(sniff(hex("ffd8ffe000104a46494600"))).isEqualTo(recognised(FileType.JPEG));
    assertThat(sniff(hex("89504e470d0a1a0a0000000d49484452"))).isEqualTo(recognised(FileType.PNG));
  }

  @Test
  default void signaturesSayWhatArchivesAre() throws IOException {
    assertThat(sniff(hex("504b0304140000000800"))).isEqualTo(recognised(FileType.ZIP));
    assertThat(sniff(hex("1f8b080000000000"))).isEqualTo(recognised(FileType.GZIP));
  }

  @Test
  default void textIsTextWhateverItSpeaksOf() throws IOException {
    assertThat(sniff("2026-11-21 INFO started\n")).isEqualTo(recognised(FileType.TEXT));
    assertThat(sniff("x")).isEqualTo(recognised(FileType.TEXT));
    assertThat(sniff("name,size\na,1\n")).isEqualTo(recognised(FileType.TEXT));
    assertThat(sniff("<!doctype html><script>alert(1)</script>"))
        .isEqualTo(recognised(FileType.TEXT));
  }

  @Test
  default void textIsTextInWhateverEncoding() throws IOException {
    String log = "\ufeff2026-11-21 INFO caf\u00e9 opened\n";
    assertThat(sniff(log.getBytes(StandardCharsets.UTF_8))).isEqualTo(recognised(FileType.TEXT));
    assertThat(sniff(log.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(recognised(FileType.TEXT));
    assertThat(sniff(log.getBytes(StandardCharsets.UTF_16BE))).isEqualTo(recognised(FileType.TEXT));
    assertThat(sniff(log.substring(1).getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(recognised(FileType.TEXT));
  }

  @Test
  default void markupIsXmlUnlessItIsHtmlOrActive() throws IOException {
    assertThat(sniff("<?xml version=\"1.0\"?><report/>")).isEqualTo(recognised(FileType.XML));
    assertThat(sniff("<html></html>")).isEqualTo(recognised(FileType.TEXT));
    assertThat(sniff("<svg/>")).isEqualTo(refused(ReasonCode.ACTIVE_CONTENT));
    assertThat(sniff("<!DOCTYPE r><r/>")).isEqualTo(refused(ReasonCode.ACTIVE_CONTENT));
  }

  @Test
  default void objectsAndArraysAreJson() throws IOException {
    assertThat(sniff("{\"a\": [1, 2]}")).isEqualTo(recognised(FileType.JSON));
    assertThat(sniff(" [1, \"x\"]\n")).isEqualTo(recognised(FileType.JSON));
  }

  @Test
  default void unknownBytesAreUnsupported() throws IOException {
    assertThat(sniff(new byte[100])).isEqualTo(refused(ReasonCode.UNSUPPORTED_TYPE));
    assertThat(sniff(hex("377abcaf271c0004"))).isEqualTo(refused(ReasonCode.UNSUPPORTED_TYPE));
    assertThat(sniff(hex("7f454c4602010100"))).isEqualTo(refused(ReasonCode.UNSUPPORTED_TYPE));
  }

  @Test
  default void refusalsAreOfTheKindsThatTheLookAloneCanGive() throws IOException {
    Set<ReasonCode> allowed =
        EnumSet.of(
            ReasonCode.UNSUPPORTED_TYPE,
            ReasonCode.AMBIGUOUS_TYPE,
            ReasonCode.ENCRYPTED,
            ReasonCode.ACTIVE_CONTENT);
    for (int seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      byte[] bytes = new byte[1 + random.nextInt(300)];
      random.nextBytes(bytes);
      if (sniff(bytes) instanceof Sniffed.Refused(ReasonCode reason)) {
        assertThat(allowed).as("seed %d", seed).contains(reason);
      }
    }
  }

  private Sniffed sniff(String text) throws IOException {
    return sniff(text.getBytes(StandardCharsets.UTF_8));
  }

  private Sniffed sniff(byte[] bytes) throws IOException {
    return sniffer().sniff(new BytesContent(bytes));
  }

  private static Sniffed recognised(FileType type) {
    return new Sniffed.Recognised(type);
  }

  private static Sniffed refused(ReasonCode reason) {
    return new Sniffed.Refused(reason);
  }

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }
}
