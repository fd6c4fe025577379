package dev.sallyport.web.tracker;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/**
 * Writes a stranger's text in the <a
 * href="https://developer.atlassian.com/cloud/jira/platform/apis/document/structure/">Atlassian
 * Document Format</a>: nothing but text nodes without marks, and breaks between lines. Whatever
 * looks like markup, a link or a mention stays the characters that it is.
 */
final class DocumentText {
  /** Most characters of a document as JSON, below the 32,767 that Jira takes. */
  static final int MAX_JSON = 32_000;

  private static final int AROUND = 100;
  private static final int AROUND_LINE = 60;
  private static final int LONGEST_ESCAPE = 6;

  private DocumentText() {}

  /** Writes the document; what does not fit is left out, from the end. */
  static void write(String text, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeNumberField("version", 1);
    out.writeStringField("type", "doc");
    out.writeArrayFieldStart("content");
    out.writeStartObject();
    out.writeStringField("type", "paragraph");
    out.writeArrayFieldStart("content");
    writeLines(text, out);
    out.writeEndArray();
    out.writeEndObject();
    out.writeEndArray();
    out.writeEndObject();
  }

  private static void writeLines(String text, JsonGenerator out) throws IOException {
    int left = MAX_JSON - AROUND;
    boolean isFirst = true;
    for (String line : text.split("\n", -1)) {
      left -= AROUND_LINE;
      String fitting = fitting(line, left);
      if (left <= 0) {
        return;
      }
      if (!isFirst) {
        out.writeStartObject();
        out.writeStringField("type", "hardBreak");
        out.writeEndObject();
      }
      isFirst = false;
      // A text node has at least one character.
      if (!fitting.isEmpty()) {
        out.writeStartObject();
        out.writeStringField("type", "text");
        out.writeStringField("text", fitting);
        out.writeEndObject();
      }
      left -= cost(fitting);
    }
  }

  private static String fitting(String line, int room) {
    int left = room;
    int end = 0;
    while (end < line.length()) {
      int character = line.codePointAt(end);
      left -= cost(character);
      if (left < 0) {
        break;
      }
      end += Character.charCount(character);
    }
    return line.substring(0, end);
  }

  private static int cost(String text) {
    return text.codePoints().map(DocumentText::cost).sum();
  }

  private static int cost(int character) {
    boolean isEscaped = character < ' ' || character == '"' || character == '\\';
    return isEscaped ? LONGEST_ESCAPE : Character.charCount(character);
  }
}
