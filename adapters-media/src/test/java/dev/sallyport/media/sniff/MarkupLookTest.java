package dev.sallyport.media.sniff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.ContentSniffer.Sniffed;
import dev.sallyport.contract.sanitization.BytesContent;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupLookTest {
  private static final List<Charset> CHARSETS =
      List.of(
          StandardCharsets.UTF_8,
          StandardCharsets.UTF_16,
          StandardCharsets.UTF_16LE,
          StandardCharsets.UTF_16BE);

  private static Sniffed sniffed(String text, Charset charset) throws IOException {
    return new MagicContentSniffer().sniff(new BytesContent(text.getBytes(charset)));
  }

  private static void assertType(String text, FileType type) throws IOException {
    assertThat(sniffed(text, StandardCharsets.UTF_8)).isEqualTo(new Sniffed.Recognised(type));
  }

  private static void assertActive(String text) throws IOException {
    for (Charset charset : CHARSETS) {
      assertThat(sniffed(text, charset))
          .as("%s", charset)
          .isEqualTo(new Sniffed.Refused(ReasonCode.ACTIVE_CONTENT));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version='1.0'?><report/>",
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<r>x</r>",
        "<report><a>1</a></report>\n",
        "<a:report xmlns:a='x'>1</a:report >",
        "<!-- c --><report/>",
        "<?xml version='1.0'?><x xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include/></x>",
        "<?xml version='1.0'?><html/>"
      })
  void isXml(String text) throws IOException {
    assertType(text, FileType.XML);
    assertThat(sniffed(text, StandardCharsets.UTF_16))
        .isEqualTo(new Sniffed.Recognised(FileType.XML));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<bob> hello there",
        "<13>Nov 21 syslog",
        "<html><body></body></html>",
        "<!doctype html><p></p>",
        "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01//EN\" \"x>y\"><p>",
        "<?php echo 1; ",
        "<!-- a comment and no more",
        "<<<<<<< HEAD",
        "< not markup >",
        "<!-- c --> words"
      })
  void isText(String text) throws IOException {
    assertType(text, FileType.TEXT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<?xml version='1.0'?><!DOCTYPE html><html/>",
        "<?xml version='1.0'?><!ENTITY x 'y'><r/>",
        "<!DOCTYPE html SYSTEM \">\" [<!ENTITY x 'y'>]><html/>",
        "<!DOCTYPE html SYSTEM \"unclosed><html/>",
        "<!doctype\nr><r/>",
        "<?xml version='1.0'?><?xml-stylesheet href='x.xsl' type='text/xsl'?><r/>",
        "<?XML-Stylesheet href='x'?><r/>",
        "<!-- a --><?p ?><!-- b --><x:SVG xmlns:x='y'></x:SVG>",
        "<svg/onload=alert(1)>"
      })
  void isActive(String text) throws IOException {
    assertActive(text);
  }

  @Test
  void prologueOfAnyLengthIsWalked() throws IOException {
    String prologue = "<?xml version='1.0'?>" + "<!-- x -->\n<?p x?>".repeat(30_000);
    assertActive(prologue + "<svg></svg>");
    assertActive("<!-- " + "x".repeat(300_000) + " --><!DOCTYPE r><r/>");
    assertType(prologue + "<report></report>", FileType.XML);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-7", "ebcdic-cp-us", "UTF-32", "IBM037"})
  void encodingThatCouldHideMarkupIsAmbiguous(String name) throws IOException {
    assertThat(sniffed("<?xml version='1.0' encoding='" + name + "'?><r/>", StandardCharsets.UTF_8))
        .isEqualTo(new Sniffed.Refused(ReasonCode.AMBIGUOUS_TYPE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!-- ", "<?x ", " ", "<!doctype html '"})
  void isAmbiguousBehindAMebibyteOfWhatMayStandBeforeIt(String beginning) throws IOException {
    String filler = beginning + " ".repeat(1 << 20);
    assertThat(sniffed(filler + "<svg/>", StandardCharsets.UTF_8))
        .isEqualTo(new Sniffed.Refused(ReasonCode.AMBIGUOUS_TYPE));
  }
}
