package dev.sallyport.media.sniff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.ContentSniffer;
import dev.sallyport.application.sanitization.port.ContentSniffer.Sniffed;
import dev.sallyport.contract.sanitization.BytesContent;
import dev.sallyport.contract.sanitization.ContentSnifferContract;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MagicContentSnifferTest implements ContentSnifferContract {
  @Override
  public ContentSniffer sniffer() {
    return new MagicContentSniffer();
  }

  private Sniffed sniffed(String text) throws IOException {
    return sniffed(text.getBytes(StandardCharsets.UTF_8));
  }

  private Sniffed sniffed(byte[] bytes) throws IOException {
    return sniffer().sniff(new BytesContent(bytes));
  }

  private static Sniffed recognised(FileType type) {
    return new Sniffed.Recognised(type);
  }

  private static Sniffed refused(ReasonCode reason) {
    return new Sniffed.Refused(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[2026-11-21T10:00:00Z] INFO started",
        "[INFO] started",
        "[12] a footnote",
        "[\"a\"] and more",
        "{a: 1}",
        "{ not json }",
        "{\"a\":1}\n{\"a\":2}\n",
        "[1,2]\n[3,4]\n",
        "\"a string\"",
        "12345",
        "true",
        "<p>hello",
        "<!doctype html><html></html>",
        "MZ is how some sentences begin",
        "alert('x')",
        "\u001b[31mred\u001b[0m"
      })
  void isText(String text) throws IOException {
    assertThat(sniffed(text)).isEqualTo(recognised(FileType.TEXT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "\ufeff {\"a\":1}",
        "{\"a\":",
        "[1, 2",
        "[tru",
        "[\n  {\"a\": \"日本\"}\n]\n"
      })
  void isJson(String text) throws IOException {
    assertThat(sniffed(text)).isEqualTo(recognised(FileType.JSON));
  }

  @Test
  void longJsonIsJsonWhereverTheLookEnds() throws IOException {
    for (int i = 0; i < 40; i++) {
      String text = "[\"" + "x".repeat(65_500 + i) + "é😀\", 12345.5e10, true, {\"a\": null}]";
      assertThat(sniffed(text)).as("%d", i).isEqualTo(recognised(FileType.JSON));
    }
    assertThat(sniffed("[".repeat(100_000))).isEqualTo(recognised(FileType.JSON));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "\ufeff\n <?xml version='1.0'?>\n<!-- x --><s:svg/>",
        "<SVG onload=alert(1)>",
        "<!DOCTYPE svg PUBLIC 'x' 'y'><svg/>",
        "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><r>&x;</r>",
        "<!DOCTYPE html [<!ENTITY x 'y'>]><html/>",
        "<!doctype htmlx>"
      })
  void activeMarkupIsRefused(String text) throws IOException {
    assertThat(sniffed(text)).isEqualTo(refused(ReasonCode.ACTIVE_CONTENT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%!PS-Adobe", "{\\rtf1 x}", "RIFF....AVI LIST", "RIFX....WAVE", "BZh91AY", "Rar!"})
  void otherTypesThatCouldPassAsTextAreUnsupported(String text) throws IOException {
    assertThat(sniffed(text)).isEqualTo(refused(ReasonCode.UNSUPPORTED_TYPE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4d5a900003000000",
        "feedfacf07",
        "cafebabe00",
        "fd377a585a0000",
        "28b52ffd",
        "377abcaf271c",
        "49492a0008",
        "fffb0064",
        "fffbf064",
        "fffb9c64",
        "ffff9064",
        "ffeb9064",
        "424d000000000000000000000d000000ffff",
        "ff",
        "0061736d01"
      })
  void binaryTypesAreUnsupported(String hex) throws IOException {
    assertThat(sniffed(HexFormat.of().parseHex(hex)))
        .isEqualTo(refused(ReasonCode.UNSUPPORTED_TYPE));
  }

  @ParameterizedTest
  @CsvSource({
    "GIF87a, GIF",
    "GIF89a=1;/*, GIF",
    "RIFF....WEBPVP8 , WEBP",
    "RIFF....WAVEfmt , WAV",
    "RF64....WAVEds64, WAV",
    "OggS, OGG",
    "fLaC, FLAC",
    "ID3x, MP3",
    "....ftypisom, MP4",
    "%PDF-1.7, PDF"
  })
  void lettersSayWhatItIs(String start, FileType type) throws IOException {
    assertThat(sniffed(start)).isEqualTo(recognised(type));
  }

  @ParameterizedTest
  @CsvSource({
    "504b030414000000, ZIP",
    "504b050600000000, ZIP",
    "1f8b0800, GZIP",
    "1a45dfa39f4286, WEBM",
    "4d444d5093a70000, MINIDUMP",
    "fffb9064, MP3",
    "fff3e0c4, MP3",
    "ffe29064, MP3",
    "424d3a000000000000003600000028000000, BMP",
    "424d3a00000000000000360000007c000000, BMP",
    "d0cf11e0a1b11ae1, OFFICE"
  })
  void bytesSayWhatItIs(String hex, FileType type) throws IOException {
    assertThat(sniffed(HexFormat.of().parseHex(hex))).isEqualTo(recognised(type));
  }

  @Test
  void tarIsKnownByItsMiddle() throws IOException {
    assertThat(sniffed("x".repeat(257) + "ustar  " + "y".repeat(300)))
        .isEqualTo(recognised(FileType.TAR));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[Content_Types].xml", "mimetypeapplication/vnd.oasis.opendocument.text", "_rels"})
  void archiveThatBeginsAsAnOfficeSuiteDoesIsADocument(String start) throws IOException {
    String header = "PK\u0003\u0004" + "\u0000".repeat(26);
    FileType expected = start.equals("_rels") ? FileType.ZIP : FileType.OFFICE;
    assertThat(sniffed(header + start)).isEqualTo(recognised(expected));
  }

  @Test
  void encryptedDocumentIsKnownAsOne() throws IOException {
    assertThat(sniffed("%PDF-1.7\n" + "x".repeat(200_000) + "trailer << /Encrypt 5 0 R >>"))
        .isEqualTo(refused(ReasonCode.ENCRYPTED));
    byte[] office = HexFormat.of().parseHex("d0cf11e0a1b11ae1".repeat(100));
    byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, office, 700, name.length);
    assertThat(sniffed(office)).isEqualTo(refused(ReasonCode.ENCRYPTED));
  }

  @Test
  void textThatReadersTakeForSomethingElseIsAmbiguous() throws IOException {
    assertThat(sniffed("some words\n%PDF-1.4\n")).isEqualTo(refused(ReasonCode.AMBIGUOUS_TYPE));
    assertThat(sniffed("text ".repeat(40_000) + "PK\u0005\u0006" + "\u0000".repeat(18)))
        .isEqualTo(refused(ReasonCode.AMBIGUOUS_TYPE));
  }

  @Test
  void imagesAreImagesWhateverFollows() throws IOException {
    byte[] polyglot = "____ %PDF-1.4 PK\u0005\u0006".getBytes(StandardCharsets.ISO_8859_1);
    polyglot[0] = (byte) 0xff;
    polyglot[1] = (byte) 0xd8;
    polyglot[2] = (byte) 0xff;
    assertThat(sniffed(polyglot)).isEqualTo(recognised(FileType.JPEG));
  }

  @Test
  void oneWrongByteLeavesItText() throws IOException {
    byte[] text = "a long enough line of a log\n".repeat(10).getBytes(StandardCharsets.UTF_8);
    text[100] = (byte) 0xff;
    assertThat(sniffed(text)).isEqualTo(recognised(FileType.TEXT));
  }

  @Test
  void binaryBehindTheHeadIsSeen() throws IOException {
    byte[] bytes = "x".repeat(300_000).getBytes(StandardCharsets.UTF_8);
    bytes[150_000 - 10] = 0;
    assertThat(sniffed(bytes)).isEqualTo(refused(ReasonCode.UNSUPPORTED_TYPE));
  }
}
