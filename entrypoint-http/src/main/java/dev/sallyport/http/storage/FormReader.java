package dev.sallyport.http.storage;

import dev.sallyport.domain.attachment.policy.PostForm;
import dev.sallyport.domain.attachment.policy.S3Error;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a form up to the first byte of its file (<a
 * href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a>).
 */
final class FormReader {
  private static final String FILE = "file";
  private static final String DISPOSITION = "content-disposition";
  private static final Pattern BOUNDARY =
      Pattern.compile("[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]");
  private static final Pattern EXTENDED = Pattern.compile("(?i)utf-8'[a-z0-9-]{0,35}'(.*)");
  private static final S3Error NOT_A_FORM =
      S3Error.NOT_MULTIPART.withMessage(
          "Bucket POST must be of the enclosure-type multipart/form-data");

  private FormReader() {}

  /**
   * Returns the boundary of a form.
   *
   * @param contentType as the request says it; empty when it says nothing
   */
  static String boundary(Optional<String> contentType) {
    if (contentType.isEmpty()
        || !contentType.get().regionMatches(true, 0, "multipart/form-data", 0, 19)) {
      throw new S3Refusal(NOT_A_FORM);
    }
    HeaderParameters type = HeaderParameters.parse(contentType.get());
    String boundary = type.parameters().getOrDefault("boundary", "");
    if (!type.value().equals("multipart/form-data") || !BOUNDARY.matcher(boundary).matches()) {
      throw new S3Refusal(S3Error.MALFORMED_POST);
    }
    return boundary;
  }

  /** Reads the fields and the header of the file. */
  static PostForm read(String bucket, MultipartReader body) throws IOException {
    List<PostForm.Field> fields = new ArrayList<>();
    boolean more = body.begin();
    while (more) {
      Map<String, String> disposition = disposition(body.headerLines());
      String name = disposition.get("name");
      if (name == null) {
        throw new S3Refusal(S3Error.MALFORMED_POST);
      }
      if (name.equalsIgnoreCase(FILE)) {
        return new PostForm(bucket, fields, fileName(disposition));
      }
      fields.add(new PostForm.Field(name, body.text()));
      more = body.nextPart();
    }
    throw new S3Refusal(S3Error.INCORRECT_NUMBER_OF_FILES);
  }

  private static Map<String, String> disposition(List<String> lines) {
    Optional<HeaderParameters> found = Optional.empty();
    for (String line : lines) {
      int colon = line.indexOf(':');
      // A line that begins with a blank would continue the one before it: long obsolete.
      if (colon < 1 || line.charAt(0) == ' ' || line.charAt(0) == '\t') {
        throw new S3Refusal(S3Error.MALFORMED_POST);
      }
      if (line.substring(0, colon).equalsIgnoreCase(DISPOSITION)) {
        if (found.isPresent()) {
          throw new S3Refusal(S3Error.MALFORMED_POST);
        }
        found = Optional.of(HeaderParameters.parse(line.substring(colon + 1)));
      }
    }
    return found
        .filter(disposition -> disposition.value().equals("form-data"))
        .orElseThrow(() -> new S3Refusal(S3Error.MALFORMED_POST))
        .parameters();
  }

  /** The extended form wins, as RFC 6266 has it, though RFC 7578 wants nobody to send it. */
  private static Optional<String> fileName(Map<String, String> disposition) {
    String extended = disposition.get("filename*");
    if (extended == null) {
      return Optional.ofNullable(disposition.get("filename"));
    }
    var encoded = EXTENDED.matcher(extended);
    if (!encoded.matches()) {
      throw new S3Refusal(S3Error.MALFORMED_POST);
    }
    try {
      return Optional.of(
          URLDecoder.decode(encoded.group(1).replace("+", "%2B"), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException notEncoded) {
      throw new S3Refusal(S3Error.MALFORMED_POST);
    }
  }
}
