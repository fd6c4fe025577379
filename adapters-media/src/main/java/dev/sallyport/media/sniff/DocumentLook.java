package dev.sallyport.media.sniff;

import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a document is, of which nothing more is ever known: whether an archive is one of an office
 * suite, and whether a document is encrypted.
 */
final class DocumentLook {
  /** Where a local file header has its name (APPNOTE.TXT, 4.3.7). */
  private static final int ZIP_NAME = 30;

  private static final byte[] OPEN_XML = Signatures.ascii("[Content_Types].xml");
  private static final byte[] OPEN_DOCUMENT =
      Signatures.ascii("mimetypeapplication/vnd.oasis.opendocument");
  private static final byte[] PDF_ENCRYPTION = Signatures.ascii("/Encrypt");

  /** The stream that holds an encrypted Office document (MS-OFFCRYPTO, 2.3.4.4). */
  private static final byte[] OFFICE_ENCRYPTION =
      "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);

  private DocumentLook() {}

  /** Returns what something with the signature of an archive is, as far as its start tells. */
  static FileType ofZip(byte[] head) {
    boolean document =
        Signatures.startsWith(head, ZIP_NAME, OPEN_XML)
            || Signatures.startsWith(head, ZIP_NAME, OPEN_DOCUMENT);
    return document ? FileType.OFFICE : FileType.ZIP;
  }

  /** Returns why a document cannot even be passed on unseen, if it cannot. */
  static Optional<ReasonCode> refusal(FileType type, byte[] head, byte[] tail) {
    byte[] sign = type == FileType.PDF ? PDF_ENCRYPTION : OFFICE_ENCRYPTION;
    return Signatures.contains(head, sign) || Signatures.contains(tail, sign)
        ? Optional.of(ReasonCode.ENCRYPTED)
        : Optional.empty();
  }
}
