package dev.sallyport.media.sniff;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.ContentSniffer;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Recognises types by their signatures and text by elimination: what has the signature of a known
 * type that nobody handles is refused, what is plausible text is JSON, markup or text, and the rest
 * is refused.
 *
 * <p>Looks at the first and the last 64 KiB, and for text at a piece in the middle as well. What
 * has a signature is recognised whatever else it could be read as, because its rebuilder keeps only
 * what it understands, to the last byte. Text is not: what a lenient reader takes for a PDF or a
 * ZIP archive is {@code AMBIGUOUS_TYPE}.
 */
final class MagicContentSniffer implements ContentSniffer {
  private static final int HEAD = 1 << 16;

  @Inject
  MagicContentSniffer() {}

  @Override
  public Sniffed sniff(Content content) throws IOException {
    byte[] head = piece(content, 0, HEAD);
    Optional<FileType> known = Signatures.known(head);
    if (known.isPresent()) {
      return binary(known.get(), head, content);
    }
    if (Signatures.isOther(head)) {
      return new Sniffed.Refused(ReasonCode.UNSUPPORTED_TYPE);
    }
    return TextSniff.of(content, head);
  }

  private static Sniffed binary(FileType signature, byte[] head, Content content)
      throws IOException {
    FileType type = signature == FileType.ZIP ? DocumentLook.ofZip(head) : signature;
    if (!type.isOpaque()) {
      return new Sniffed.Recognised(type);
    }
    byte[] tail = piece(content, Math.max(0, content.size().bytes() - HEAD), HEAD);
    return DocumentLook.refusal(type, head, tail)
        .<Sniffed>map(Sniffed.Refused::new)
        .orElseGet(() -> new Sniffed.Recognised(type));
  }

  private static byte[] piece(Content content, long from, int length) throws IOException {
    byte[] bytes = new byte[(int) Math.min(length, content.size().bytes() - from)];
    int count = content.read(from, bytes);
    return Arrays.copyOf(bytes, count);
  }
}
