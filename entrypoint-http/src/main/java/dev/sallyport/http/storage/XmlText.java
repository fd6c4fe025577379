package dev.sallyport.http.storage;

/** Writes any text as the content of an XML element, so that it stays text. */
final class XmlText {
  private XmlText() {}

  /** Appends {@code <name>text</name>}. */
  static void element(StringBuilder xml, String name, String text) {
    xml.append('<').append(name).append('>');
    text.codePoints().forEach(c -> append(xml, c));
    xml.append("</").append(name).append('>');
  }

  private static void append(StringBuilder xml, int c) {
    switch (c) {
      case '&' -> xml.append("&amp;");
      case '<' -> xml.append("&lt;");
      case '>' -> xml.append("&gt;");
      case '"' -> xml.append("&quot;");
      case '\'' -> xml.append("&apos;");
      default -> xml.appendCodePoint(isAllowed(c) ? c : 0xFFFD);
    }
  }

  /** What may stand in a document: <a href="https://www.w3.org/TR/xml/#charsets">XML 1.0</a>. */
  private static boolean isAllowed(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}
