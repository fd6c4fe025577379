package dev.sallyport.domain.attachment;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The name under which a browser saves clean bytes: the sender's display name with the extension
 * that the verdict gave, never the one that the sender chose.
 *
 * @param value the file name; personal data when a sender gave it
 */
public record DownloadName(String value) {
  private static final String UNRESERVED =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~";

  /** Makes a name; without a display name it is that of the attachment. */
  public static DownloadName of(AttachmentId id, Optional<DisplayName> name, String extension) {
    String stem = name.map(DisplayName::value).map(DownloadName::withoutExtension).orElse("");
    return new DownloadName((stem.isEmpty() ? "attachment-" + id : stem) + "." + extension);
  }

  /**
   * Returns a {@code Content-Disposition} that makes every browser save and none display: an ASCII
   * name for old ones, and the full one in the extended notation (<a
   * href="https://www.rfc-editor.org/rfc/rfc6266#section-4.3">RFC 6266, section 4.3</a>, <a
   * href="https://www.rfc-editor.org/rfc/rfc8187#section-3.2">RFC 8187, section 3.2</a>).
   */
  public String contentDisposition() {
    return "attachment; filename=\"" + ascii() + "\"; filename*=UTF-8''" + extended();
  }

  private static String withoutExtension(String name) {
    int dot = name.lastIndexOf('.');
    String stem = dot < 0 ? name : name.substring(0, dot);
    return stem.strip();
  }

  private String ascii() {
    StringBuilder out = new StringBuilder();
    value
        .codePoints()
        .forEach(c -> {
          boolean plain = c >= 0x20 && c < 0x7f && c != '"' && c != '\\' && c != '%';
          out.append(plain ? (char) c : '_');
        });
    return out.toString();
  }

  private String extended() {
    StringBuilder out = new StringBuilder();
    for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
      if (b > 0 && UNRESERVED.indexOf(b) >= 0) {
        out.append((char) b);
      } else {
        out.append('%')
            .append(Character.forDigit((b >> 4) & 0xf, 16))
            .append(Character.forDigit(b & 0xf, 16));
      }
    }
    return out.toString();
  }

  @Override
  public String toString() {
    return "DownloadName[redacted]";
  }
}
