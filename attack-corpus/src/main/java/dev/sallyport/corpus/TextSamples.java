package dev.sallyport.corpus;

import static dev.sallyport.corpus.Expectation.without;
import static dev.sallyport.domain.sanitization.Removal.Kind.ACCESS_KEY;
import static dev.sallyport.domain.sanitization.Removal.Kind.BEARER_TOKEN;
import static dev.sallyport.domain.sanitization.Removal.Kind.BIDI_CONTROL;
import static dev.sallyport.domain.sanitization.Removal.Kind.BYTE_ORDER_MARK;
import static dev.sallyport.domain.sanitization.Removal.Kind.CONTROL_CHARACTER;
import static dev.sallyport.domain.sanitization.Removal.Kind.COOKIE;
import static dev.sallyport.domain.sanitization.Removal.Kind.EMAIL;
import static dev.sallyport.domain.sanitization.Removal.Kind.HOME_PATH;
import static dev.sallyport.domain.sanitization.Removal.Kind.IPV4;
import static dev.sallyport.domain.sanitization.Removal.Kind.IPV6;
import static dev.sallyport.domain.sanitization.Removal.Kind.JWT;
import static dev.sallyport.domain.sanitization.Removal.Kind.PRIVATE_KEY;
import static dev.sallyport.domain.sanitization.Removal.Kind.QUERY_SECRET;

import dev.sallyport.domain.sanitization.ReasonCode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Text, JSON, CSV and XML. Secrets are put together from parts, and none of them opens anything.
 */
final class TextSamples {
  private static final Expectation CLEAN = new Expectation.Clean();
  private static final String KEY = "AKIA" + "IOSFODNN7EXAMPLE";
  private static final String TOKEN =
      "ey" + "JhbGciOiJIUzI1NiJ9." + "eyJzdWIiOiIxMjM0NSJ9." + "c2lnbmF0dXJlLW9mLW5vdGhpbmc";

  private TextSamples() {}

  static List<AttackSample> all() {
    List<AttackSample> all = new ArrayList<>(text());
    all.addAll(secrets());
    all.addAll(json());
    all.addAll(csv());
    all.addAll(xml());
    return all;
  }

  private static List<AttackSample> text() {
    return new Samples("TEXT", "txt")
        .add(AttackClass.HONEST, "log", CLEAN, () -> Bytes.utf8("10:00:00 INFO started\n"))
        .add(AttackClass.HONEST, "in-many-scripts", CLEAN, () -> Bytes.utf8("Größe 日本 😀\n"))
        .add(
            AttackClass.HONEST,
            "latin-1",
            CLEAN,
            () ->
                "Die Größe stört niemanden, außer müden Prüfern.\n"
                    .getBytes(StandardCharsets.ISO_8859_1))
        .add(
            AttackClass.HONEST,
            "utf-16",
            without(BYTE_ORDER_MARK),
            () -> "\ufeffeine Zeile\r\n".getBytes(StandardCharsets.UTF_16LE))
        .add(AttackClass.BROKEN, "empty", ReasonCode.EMPTY, () -> new byte[0])
        .add(
            AttackClass.BROKEN,
            "ends-within-a-character",
            ReasonCode.TRUNCATED,
            () -> Bytes.concat(Bytes.utf8("a line of a log ".repeat(20)), Bytes.hex("e697")))
        .add(
            AttackClass.CONTROLS,
            "terminal-escapes",
            without(CONTROL_CHARACTER),
            () -> Bytes.utf8("\u001b]0;title\u0007\u001b[31mred\u001b[0m and a bell\u0007\n"))
        .add(
            AttackClass.CONTROLS,
            "turned-around",
            without(BIDI_CONTROL),
            () -> Bytes.utf8("access \u202elevel\u202c granted\n"))
        .add(
            AttackClass.CONTROLS,
            "byte-order-mark",
            without(BYTE_ORDER_MARK),
            () -> Bytes.utf8("\ufeffa line\n"))
        .add(
            AttackClass.POLYGLOT,
            "document-in-a-log",
            ReasonCode.AMBIGUOUS_TYPE,
            () -> Bytes.utf8("a line\n%PDF-1.7\n1 0 obj\n"))
        .add(
            AttackClass.POLYGLOT,
            "archive-behind-a-log",
            ReasonCode.AMBIGUOUS_TYPE,
            () ->
                Bytes.concat(Bytes.utf8("a line\n".repeat(9)), Bytes.hex("504b0506"), new byte[18]))
        .add(
            AttackClass.ACTIVE,
            "page-with-a-script",
            CLEAN,
            () -> Bytes.utf8("<!doctype html><script>alert(1)</script>\n"))
        .declared(
            AttackClass.MISMATCH,
            "called-image",
            "image/png",
            Expectation.rejected(ReasonCode.TYPE_MISMATCH),
            () -> Bytes.utf8("no image at all\n"))
        .add(AttackClass.UNSUPPORTED, "zeros", ReasonCode.UNSUPPORTED_TYPE, () -> new byte[1000])
        .all();
  }

  private static List<AttackSample> secrets() {
    return new Samples("TEXT", "log")
        .add(
            AttackClass.SECRETS,
            "bearer-token",
            without(BEARER_TOKEN),
            () -> Bytes.utf8("> Authorization: Bearer 0123456789abcdefghij\n"))
        .add(AttackClass.SECRETS, "web-token", without(JWT), () -> Bytes.utf8("t " + TOKEN + "\n"))
        .add(
            AttackClass.SECRETS,
            "access-key",
            without(ACCESS_KEY),
            () -> Bytes.utf8("using " + KEY + " now\n"))
        .add(
            AttackClass.SECRETS,
            "private-key",
            without(PRIVATE_KEY),
            () ->
                Bytes.utf8(
                    "-----BEGIN "
                        + "PRIVATE KEY-----\nMC4CAQAwBQYDK2Vw\n-----END "
                        + "PRIVATE KEY-----\n"))
        .add(
            AttackClass.SECRETS,
            "address-of-a-person",
            without(EMAIL),
            () -> Bytes.utf8("mail from someone@example.com arrived\n"))
        .add(
            AttackClass.SECRETS,
            "addresses-of-machines",
            without(IPV4, IPV6),
            () -> Bytes.utf8("peers 192.0.2.17 and 2001:db8::17\n"))
        .add(
            AttackClass.SECRETS,
            "home-folders",
            without(HOME_PATH),
            () -> Bytes.utf8("/home/someone/x C:\\Users\\someone\\y /Users/someone/z\n"))
        .add(
            AttackClass.SECRETS,
            "cookie",
            without(COOKIE),
            () -> Bytes.utf8("Cookie: session=0123456789abcdef\n"))
        .add(
            AttackClass.SECRETS,
            "query",
            without(QUERY_SECRET),
            () -> Bytes.utf8("GET /x?code=0123456789abcdef&page=2\n"))
        .add(
            AttackClass.SECRETS,
            "across-a-border",
            without(EMAIL),
            () -> Bytes.utf8("x".repeat(65_530) + " someone@example.com\n"))
        .all();
  }

  private static List<AttackSample> json() {
    return new Samples("JSON", "json")
        .add(AttackClass.HONEST, "object", CLEAN, () -> Bytes.utf8("{\"a\":[1,true,null]}"))
        .declared(
            AttackClass.BROKEN,
            "cut-short",
            "application/json",
            Expectation.rejected(ReasonCode.TRUNCATED),
            () -> Bytes.utf8("{\"a\":[1,"))
        .declared(
            AttackClass.BROKEN,
            "broken",
            "application/json",
            Expectation.rejected(ReasonCode.TYPE_MISMATCH),
            () -> Bytes.utf8("{\"a\":,}"))
        .declared(
            AttackClass.TRAILING,
            "second-value",
            "application/json",
            Expectation.rejected(ReasonCode.TYPE_MISMATCH),
            () -> Bytes.utf8("{\"a\":1}{\"b\":2}"))
        .declared(
            AttackClass.NESTING,
            "a-hundred-thousand-deep",
            "application/json",
            Expectation.rejected(ReasonCode.NESTING_LIMIT),
            () -> Bytes.utf8("[".repeat(100_000) + "]".repeat(100_000)))
        .add(
            AttackClass.SECRETS,
            "password",
            without(ACCESS_KEY),
            () -> Bytes.utf8("{\"password\":\"correct horse\"}"))
        .add(
            AttackClass.SECRETS,
            "escaped-address",
            without(EMAIL),
            () -> Bytes.utf8("{\"a\":\"someone\\u0040example.com\"}"))
        .add(
            AttackClass.SECRETS,
            "lines-with-escaped-addresses",
            without(EMAIL),
            () -> Bytes.utf8("{\"a\":\"x\\u0040example.com\"}\n{\"a\":\"y\\u0040example.com\"}\n"))
        .add(
            AttackClass.CONTROLS,
            "escaped-terminal-escape",
            without(CONTROL_CHARACTER),
            () -> Bytes.utf8("{\"a\":\"\\u001b[31mred\"}"))
        .declared(
            AttackClass.MISMATCH,
            "called-image",
            "image/jpeg",
            Expectation.rejected(ReasonCode.TYPE_MISMATCH),
            () -> Bytes.utf8("{}"))
        .all();
  }

  private static List<AttackSample> csv() {
    return new Samples("CSV", "csv")
        .declared(
            AttackClass.HONEST, "table", "text/csv", CLEAN, () -> Bytes.utf8("name,n\r\na,1\r\n"))
        .declared(
            AttackClass.ACTIVE,
            "formula",
            "text/csv",
            CLEAN,
            () -> Bytes.utf8("=cmd|' /C calc'!A0,+1,-2,@SUM(1)\r\n"))
        .declared(
            AttackClass.SECRETS,
            "addresses",
            "text/csv",
            without(EMAIL),
            () -> Bytes.utf8("a,someone@example.com\r\n"))
        .declared(
            AttackClass.MISMATCH,
            "called-so-and-an-image",
            "text/csv",
            Expectation.rejected(ReasonCode.TYPE_MISMATCH),
            PngSamples::honest)
        .declared(
            AttackClass.BROKEN,
            "ends-within-a-character",
            "text/csv",
            Expectation.rejected(ReasonCode.TRUNCATED),
            () -> Bytes.concat(Bytes.utf8("a,b,c\r\n".repeat(30)), Bytes.hex("e697")))
        .all();
  }

  private static List<AttackSample> xml() {
    return new Samples("XML", "xml")
        .declared(
            AttackClass.HONEST,
            "report",
            "application/xml",
            CLEAN,
            () -> Bytes.utf8("<?xml version=\"1.0\"?>\n<report><line>a</line></report>\n"))
        .add(
            AttackClass.ACTIVE,
            "external-entity",
            ReasonCode.ACTIVE_CONTENT,
            () ->
                Bytes.utf8(
                    "<?xml version=\"1.0\"?><!DOCTYPE r [<!ENTITY x SYSTEM"
                        + " \"file:///etc/passwd\">]><r>&x;</r>"))
        .add(
            AttackClass.EXPANSION,
            "a-billion-laughs",
            ReasonCode.ACTIVE_CONTENT,
            () ->
                Bytes.utf8(
                    "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;\">]><l>&c;</l>"))
        .add(
            AttackClass.ACTIVE,
            "picture-with-a-script",
            ReasonCode.ACTIVE_CONTENT,
            () -> Bytes.utf8("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"))
        .add(
            AttackClass.ACTIVE,
            "stylesheet-from-elsewhere",
            ReasonCode.ACTIVE_CONTENT,
            () -> Bytes.utf8("<?xml-stylesheet href=\"http://example.com/x.xsl\"?><r/>"))
        .add(
            AttackClass.POLYGLOT,
            "picture-in-another-coding",
            ReasonCode.ACTIVE_CONTENT,
            () ->
                "\ufeff<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"
                    .getBytes(StandardCharsets.UTF_16LE))
        .declared(
            AttackClass.SECRETS,
            "address",
            "application/xml",
            without(EMAIL),
            () -> Bytes.utf8("<?xml version=\"1.0\"?><r a=\"someone@example.com\"/>"))
        .add(
            AttackClass.POLYGLOT,
            "picture-behind-a-mebibyte-of-comment",
            Expectation.rejected(ReasonCode.AMBIGUOUS_TYPE),
            () -> Bytes.utf8("<!--" + " ".repeat(1 << 20) + "--><svg onload='x()'/>"))
        .declared(
            AttackClass.MISMATCH,
            "called-so-and-a-log",
            "application/xml",
            Expectation.rejected(ReasonCode.TYPE_MISMATCH),
            () -> Bytes.utf8("2026-11-21 INFO started\n"))
        .all();
  }
}
