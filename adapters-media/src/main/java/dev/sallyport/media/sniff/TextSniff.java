package dev.sallyport.media.sniff;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.ContentSniffer.Sniffed;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.text.TextEncoding;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * What text is, told from its beginning, a piece in the middle and its end, after they have been
 * turned into UTF-8, so that no encoding hides what a reader would see.
 */
final class TextSniff {
  private static final int END = 1 << 16;
  private static final int SAMPLE = 1 << 12;

  private final Content content;
  private final byte[] head;
  private final byte[] tail;
  private final TextEncoding encoding;

  private TextSniff(Content content, byte[] head) throws IOException {
    this.content = content;
    this.head = head;
    this.encoding = TextEncoding.ofHead(head);
    this.tail = piece(content.size().bytes() - END, END);
  }

  /** Looks at content that has no signature of another type. */
  static Sniffed of(Content content, byte[] head) throws IOException {
    return new TextSniff(content, head).sniff();
  }

  private Sniffed sniff() throws IOException {
    byte[] text = encoding.decode(head);
    byte[] end = encoding.decode(tail);
    boolean hidesOther =
        Signatures.isHiddenIn(head, tail)
            || (encoding != TextEncoding.UTF_8
                && (Signatures.isHiddenIn(text, end) || isOther(text)));
    byte[] middle = piece(content.size().bytes() / 2 - SAMPLE, SAMPLE);
    boolean plausible =
        TextLook.isPlausible(head, encoding)
            && TextLook.isPlausible(middle, encoding)
            && TextLook.isPlausible(tail, encoding);
    if (hidesOther || !plausible) {
      return new Sniffed.Refused(
          hidesOther ? ReasonCode.AMBIGUOUS_TYPE : ReasonCode.UNSUPPORTED_TYPE);
    }
    return switch (markup()) {
      case MarkupLook.Found.Refused(ReasonCode reason) -> new Sniffed.Refused(reason);
      case MarkupLook.Found.Declared _ -> new Sniffed.Recognised(FileType.XML);
      case MarkupLook.Found.Root(String name) when MarkupLook.closes(end, name) ->
          new Sniffed.Recognised(FileType.XML);
      case MarkupLook.Found.Root _, MarkupLook.Found.Nothing _ ->
          new Sniffed.Recognised(JsonLook.isJson(text) ? FileType.JSON : FileType.TEXT);
    };
  }

  private MarkupLook.Found markup() throws IOException {
    try (InputStream in = new BufferedInputStream(encoding.decode(content.open()), SAMPLE)) {
      return MarkupLook.of(in);
    }
  }

  /** What would be another type in UTF-8 became one by being turned into it. */
  private static boolean isOther(byte[] text) {
    int from = TextStart.of(text);
    byte[] start = Arrays.copyOfRange(text, from, text.length);
    return Signatures.known(start).isPresent() || Signatures.isOther(start);
  }

  /** Returns a piece that does not begin within a unit of UTF-16. */
  private byte[] piece(long from, int length) throws IOException {
    long begin = Math.max(0, from) / 2 * 2;
    byte[] bytes = new byte[(int) Math.min(length + 1L, content.size().bytes() - begin)];
    return Arrays.copyOf(bytes, content.read(begin, bytes));
  }
}
