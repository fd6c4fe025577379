package dev.sallyport.media.sniff;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Whether markup is XML, and whether it can run or fetch something when a viewer opens it: SVG, a
 * document type definition or an entity, a style sheet (<a
 * href="https://www.w3.org/TR/xml-stylesheet/">xml-stylesheet</a>).
 *
 * <p>Reads what may stand before the root element (<a
 * href="https://www.w3.org/TR/xml/#sec-prolog-dtd">XML 1.0, 2.8</a>) and no further, in constant
 * memory; a mebibyte of it hides what follows from most readers and is {@code AMBIGUOUS_TYPE}. HTML
 * is text here and only ever served as such; what XML includes or refers to is text and never
 * fetched.
 */
final class MarkupLook {
  private static final int END = -1;
  private static final int LONGEST_WORD = 256;
  private static final int LONGEST_PROLOG = 1 << 20;

  /** Encodings in which ASCII reads as it stands here. */
  private static final List<String> ENCODINGS =
      List.of("utf-8", "utf8", "utf-16", "us-ascii", "ascii", "iso-8859-", "windows-125", "latin");

  private final InputStream in;
  private int next;
  private boolean declared;
  private int count;

  private MarkupLook(InputStream in) throws IOException {
    this.in = in;
    this.next = in.read();
  }

  /** What stands at the beginning of a text. */
  sealed interface Found {
    /** No markup, HTML, or nothing but comments. */
    record Nothing() implements Found {}

    /** A root element without a declaration before it. */
    record Root(String name) implements Found {}

    /** An XML declaration and a root element. */
    record Declared() implements Found {}

    /** Something for which it may not pass. */
    record Refused(ReasonCode reason) implements Found {}
  }

  private static final Found NOTHING = new Found.Nothing();
  private static final Found ACTIVE = new Found.Refused(ReasonCode.ACTIVE_CONTENT);
  private static final Found HIDDEN = new Found.Refused(ReasonCode.AMBIGUOUS_TYPE);

  /** Looks at text in UTF-8. */
  static Found of(InputStream text) throws IOException {
    try {
      MarkupLook look = new MarkupLook(text);
      Found found = look.look();
      return look.count < LONGEST_PROLOG ? found : HIDDEN;
    } catch (UnfitContentException broken) {
      return NOTHING; // Broken text, which its rebuilder refuses for what it is.
    }
  }

  /** Tells whether a text ends as an element of this name does, comments after it aside. */
  static boolean closes(byte[] tail, String root) {
    String end = new String(tail, StandardCharsets.ISO_8859_1).stripTrailing();
    if (end.endsWith("/>") || end.endsWith("-->")) {
      return true;
    }
    int tag = end.lastIndexOf("</");
    return tag >= 0
        && end.endsWith(">")
        && end.substring(tag + 2, end.length() - 1).strip().equals(root);
  }

  private Found look() throws IOException {
    skipByteOrderMarks();
    skipSpace();
    while (next == '<') {
      read();
      if (next == '?') {
        read();
        Found found = instruction();
        if (!found.equals(NOTHING)) {
          return found;
        }
      } else if (next == '!') {
        read();
        if (!skipsComment()) {
          return declaration();
        }
      } else {
        return root();
      }
      skipSpace();
    }
    return NOTHING;
  }

  private Found instruction() throws IOException {
    String target = word();
    if (target.equals("xml-stylesheet")) {
      return ACTIVE;
    }
    StringBuilder start = new StringBuilder();
    int last = END;
    while (next != END && !(last == '?' && next == '>')) {
      if (start.length() < LONGEST_WORD) {
        start.append((char) next);
      }
      last = read();
    }
    read();
    if (target.equals("xml")) {
      declared = true;
      return encodingIsKnown(start.toString().toLowerCase(Locale.ROOT))
          ? NOTHING
          : new Found.Refused(ReasonCode.AMBIGUOUS_TYPE);
    }
    return NOTHING;
  }

  private static boolean encodingIsKnown(String declaration) {
    int name = declaration.indexOf("encoding");
    if (name < 0) {
      return true;
    }
    String value = declaration.substring(name + "encoding".length()).replaceAll("^[\\s='\"]+", "");
    return ENCODINGS.stream().anyMatch(value::startsWith);
  }

  /** Skips a comment behind its exclamation mark, if it is one. */
  private boolean skipsComment() throws IOException {
    if (next != '-') {
      return false;
    }
    read();
    if (next != '-') {
      return false;
    }
    read();
    int dashes = 0;
    while (next != END && !(dashes >= 2 && next == '>')) {
      dashes = next == '-' ? dashes + 1 : 0;
      read();
    }
    read();
    return true;
  }

  /** HTML without a subset of its own is text; every other definition is active. */
  private Found declaration() throws IOException {
    String kind = word();
    if (List.of("entity", "element", "attlist", "notation").contains(kind)) {
      return ACTIVE;
    }
    if (!kind.equals("doctype")) {
      return NOTHING;
    }
    skipSpace();
    if (declared || !word().equals("html")) {
      return ACTIVE;
    }
    int quote = END;
    while (next != END && (quote != END || next != '>')) {
      if (quote == END && next == '[') {
        return ACTIVE;
      }
      if (next == '"' || next == '\'') {
        quote = quote == END ? next : quote == next ? END : quote;
      }
      read();
    }
    return quote == END ? NOTHING : ACTIVE;
  }

  private Found root() throws IOException {
    boolean begins =
        (next >= 'a' && next <= 'z')
            || (next >= 'A' && next <= 'Z')
            || next == '_'
            || next == ':'
            || next >= 0x80;
    StringBuilder letters = new StringBuilder();
    while (isNameCharacter(next) && letters.length() < LONGEST_WORD) {
      letters.append((char) read());
    }
    String name = letters.toString();
    String local = name.substring(name.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
    if (local.equals("svg")) {
      return ACTIVE;
    }
    if (!begins || (local.equals("html") && !declared)) {
      return NOTHING;
    }
    return declared ? new Found.Declared() : new Found.Root(name);
  }

  private String word() throws IOException {
    StringBuilder word = new StringBuilder();
    while (isNameCharacter(next) && next != '[' && next != '?' && word.length() < LONGEST_WORD) {
      word.append((char) read());
    }
    return word.toString().toLowerCase(Locale.ROOT);
  }

  private static boolean isNameCharacter(int c) {
    return c > ' ' && c != '>' && c != '/' && c != '<';
  }

  /** A byte order mark is three bytes here, and the first of them begins no markup. */
  private void skipByteOrderMarks() throws IOException {
    while (next == 0xef || next == 0xbb || next == 0xbf) {
      read();
    }
  }

  private void skipSpace() throws IOException {
    while (next == ' ' || next == '\t' || next == '\n' || next == '\r') {
      read();
    }
  }

  /** Returns the byte that was next and goes on. */
  private int read() throws IOException {
    int was = next;
    count++;
    next = next == END || count >= LONGEST_PROLOG ? END : in.read();
    return was;
  }
}
