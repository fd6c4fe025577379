package dev.sallyport.lambda.event;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What CloudFormation is told (<a
 * href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html">response
 * objects</a>); at most 4 KiB.
 *
 * @param succeeded whether the resource is as it was asked for
 * @param reason for people; never empty when it failed
 * @param physicalId names the resource; another one than before makes CloudFormation delete the
 *     former
 */
public record CustomResourceAnswer(boolean succeeded, String reason, String physicalId) {
  private static final int MOST_TEXT = 512;

  /** Rejects a failure without a reason and a resource without a name. */
  public CustomResourceAnswer {
    if (physicalId.isEmpty() || (!succeeded && reason.isEmpty())) {
      throw new IllegalArgumentException("a resource has a name, and a failure a reason");
    }
  }

  /** Returns the answer to a request, in UTF-8. */
  public byte[] to(CustomResource request) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      EventReader.write(
          bytes,
          out -> {
            out.writeStartObject();
            out.writeStringField("Status", succeeded ? "SUCCESS" : "FAILED");
            out.writeStringField("Reason", capped(reason));
            out.writeStringField("PhysicalResourceId", capped(physicalId));
            out.writeStringField("StackId", capped(request.stackId()));
            out.writeStringField("RequestId", capped(request.requestId()));
            out.writeStringField("LogicalResourceId", capped(request.logicalId()));
            out.writeEndObject();
          });
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail to be written", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Returns as much of a text as fits, counted as it is written. Half of a pair of surrogates,
   * which has no place in UTF-8, becomes a question mark.
   */
  private static String capped(String text) {
    StringBuilder kept = new StringBuilder();
    int written = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
        c = '?';
      }
      written += bytes(c);
      if (written > MOST_TEXT) {
        break;
      }
      kept.appendCodePoint(c);
    }
    return kept.toString();
  }

  private static int bytes(int c) {
    if (c < ' ') {
      return 6;
    }
    if (c < 0x80) {
      return c == '"' || c == '\\' ? 2 : 1;
    }
    if (c < 0x800) {
      return 2;
    }
    return c < 0x10000 ? 3 : 4;
  }
}
