package dev.sallyport.media.sniff;

import dev.sallyport.domain.sanitization.ReasonCode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether markup can run or fetch something when a viewer opens it: SVG, and XML with a document
 * type definition.
 *
 * <p>Reads what may stand before the root element and no further. HTML and other XML are text here
 * and only ever served as such. A prologue that hides the root element from the look is {@code
 * AMBIGUOUS_TYPE}.
 */
final class MarkupLook {
  private final String text;
  private int at;

  private MarkupLook(String text, int at) {
    this.text = text;
    this.at = at;
  }

  /** Returns why this may not pass as text, if it may not. */
  static Optional<ReasonCode> refusal(byte[] head) {
    // One character for each byte: only ASCII matters here.
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return new MarkupLook(text, TextStart.of(head)).refusal();
  }

  private Optional<ReasonCode> refusal() {
    while (at < text.length() && text.charAt(at) == '<') {
      if (text.startsWith("<?", at)) {
        skipBehind("?>");
      } else if (text.startsWith("<!--", at)) {
        skipBehind("-->");
      } else if (text.startsWith("<!", at)) {
        return declaration();
      } else {
        return root();
      }
      if (at < 0) {
        return Optional.of(ReasonCode.AMBIGUOUS_TYPE);
      }
    }
    return Optional.empty();
  }

  private void skipBehind(String end) {
    int found = text.indexOf(end, at);
    at = found < 0 ? -1 : found + end.length();
    while (at >= 0 && at < text.length() && TextStart.isSpace((byte) text.charAt(at))) {
      at++;
    }
  }

  private Optional<ReasonCode> declaration() {
    String start = lowerCase(at, at + "<!doctype".length());
    if (!start.equals("<!doctype")) {
      return Optional.empty();
    }
    String rest = lowerCase(at + start.length(), text.length()).stripLeading();
    boolean html =
        rest.startsWith("html") && (rest.length() == 4 || !isNameCharacter(rest.charAt(4)));
    int subset = rest.indexOf('[');
    int end = rest.indexOf('>');
    boolean bare = subset < 0 || (end >= 0 && end < subset);
    return html && bare ? Optional.empty() : Optional.of(ReasonCode.ACTIVE_CONTENT);
  }

  private Optional<ReasonCode> root() {
    int end = at + 1;
    while (end < text.length() && isNameCharacter(text.charAt(end))) {
      end++;
    }
    String name = lowerCase(at + 1, end);
    boolean svg = name.equals("svg") || name.endsWith(":svg");
    return svg ? Optional.of(ReasonCode.ACTIVE_CONTENT) : Optional.empty();
  }

  private String lowerCase(int from, int to) {
    int end = Math.min(to, text.length());
    return text.substring(Math.min(from, end), end).toLowerCase(Locale.ROOT);
  }

  private static boolean isNameCharacter(char c) {
    return c > ' ' && c != '>' && c != '/' && c != '<';
  }
}
