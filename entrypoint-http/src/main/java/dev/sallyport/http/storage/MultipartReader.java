package dev.sallyport.http.storage;

import dev.sallyport.domain.attachment.policy.S3Error;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a multipart body part by part as it arrives, in a buffer of fixed size.
 *
 * <p>Strict where readers differ, so that nobody after us could see other parts: lines end with CR
 * LF, a boundary is followed by nothing but blanks, text is UTF-8, and the body ends with its
 * closing boundary. Everything before the file counts against S3's limit of 20 KiB (<a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/API/RESTObjectPOST.html">POST Object</a>),
 * which also bounds the number of parts and header lines; as much may follow the file. Grammar: <a
 * href="https://www.rfc-editor.org/rfc/rfc2046#section-5.1.1">RFC 2046, section 5.1.1</a>.
 */
final class MultipartReader {
  /** Most bytes before the file's first byte, and most after its last one. */
  static final int LONGEST_HEAD = 20_480;

  // Larger than the head, so that no line that is still allowed could fail to fit.
  private static final int BUFFER = 32 * 1024;

  private final InputStream in;
  private final long contentLength;
  private final byte[] delimiter;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int end;
  private long read;
  private long limit = LONGEST_HEAD;
  private S3Error overLimit = S3Error.MAX_POST_PRE_DATA_LENGTH;

  /**
   * Reads nothing yet.
   *
   * @param boundary 1 to 70 characters of ASCII
   * @param contentLength what the request says; tells a cut body from a malformed one
   */
  MultipartReader(InputStream in, String boundary, long contentLength) {
    this.in = in;
    this.contentLength = contentLength;
    this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
    // The first boundary may stand at the very beginning, where no line precedes it.
    buffer[0] = '\r';
    buffer[1] = '\n';
    end = 2;
  }

  /** Takes the bytes of a part as they arrive. */
  @FunctionalInterface
  interface Sink {
    void accept(byte[] bytes, int from, int count);
  }

  /** Skips what stands before the first boundary. Returns whether a part follows. */
  boolean begin() throws IOException {
    return skipPart();
  }

  /** Reads the header lines of a part, without the empty line that ends them. */
  List<String> headerLines() throws IOException {
    List<String> lines = new ArrayList<>();
    String line = line();
    while (!line.isEmpty()) {
      lines.add(line);
      line = line();
    }
    return lines;
  }

  /** Reads a part that is small text; then {@link #nextPart} tells what follows. */
  String text() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    content(bytes::write);
    return decoded(bytes.toByteArray(), 0, bytes.size());
  }

  /** Reads the file, of any length; from here on only {@link #finish} may be called. */
  void file(Sink sink) throws IOException {
    limit = Long.MAX_VALUE;
    content(sink);
    limit = consumed(at) + LONGEST_HEAD;
    overLimit = S3Error.MALFORMED_POST;
  }

  /** Skips what follows the file, as S3 does, up to the true end of the body. */
  void finish() throws IOException {
    boolean more = nextPart();
    while (more) {
      more = skipPart();
    }
    while (true) {
      at = end;
      requireWithin(at);
      if (!fill()) {
        return;
      }
    }
  }

  /** Ends the line of a boundary. Returns whether a part follows. */
  boolean nextPart() throws IOException {
    while (end - at < 2) {
      fillOrFail();
    }
    if (buffer[at] == '-' && buffer[at + 1] == '-') {
      at += 2;
      return false;
    }
    if (!line().chars().allMatch(c -> c == ' ' || c == '\t')) {
      throw new S3Refusal(S3Error.MALFORMED_POST);
    }
    return true;
  }

  /** Returns how many bytes of the body were used so far. */
  long consumed() {
    return consumed(at);
  }

  private boolean skipPart() throws IOException {
    content((_, _, _) -> {});
    return nextPart();
  }

  private void content(Sink sink) throws IOException {
    while (true) {
      int found = delimiterOrTail();
      if (found > at) {
        requireWithin(found);
        sink.accept(buffer, at, found - at);
        at = found;
      }
      if (end - at >= delimiter.length) {
        at += delimiter.length;
        return;
      }
      fillOrFail();
    }
  }

  /**
   * Returns where the delimiter is, or where the bytes at the end begin that may become one.
   *
   * <p>Linear: only CR begins a delimiter and it has no second CR, so no byte is compared more than
   * twice.
   */
  private int delimiterOrTail() {
    for (int i = at; i < end; i++) {
      if (buffer[i] == '\r') {
        int matched = 1;
        while (matched < delimiter.length
            && i + matched < end
            && buffer[i + matched] == delimiter[matched]) {
          matched++;
        }
        if (matched == delimiter.length || i + matched == end) {
          return i;
        }
      }
    }
    return end;
  }

  private String line() throws IOException {
    int scan = at;
    while (true) {
      while (scan < end && buffer[scan] != '\n') {
        scan++;
      }
      requireWithin(scan);
      if (scan < end) {
        break;
      }
      int scanned = scan - at;
      fillOrFail();
      scan = at + scanned;
    }
    int length = scan - at - 1;
    if (length < 0 || buffer[scan - 1] != '\r') {
      throw new S3Refusal(S3Error.MALFORMED_POST);
    }
    String line = decoded(buffer, at, length);
    if (line.chars().anyMatch(c -> c < ' ' && c != '\t')) {
      throw new S3Refusal(S3Error.MALFORMED_POST);
    }
    at = scan + 1;
    requireWithin(at);
    return line;
  }

  private long consumed(int position) {
    return read - (end - position);
  }

  private void requireWithin(int position) {
    if (consumed(position) > limit) {
      throw new S3Refusal(overLimit);
    }
  }

  private void fillOrFail() throws IOException {
    if (!fill()) {
      throw new S3Refusal(S3Error.MALFORMED_POST);
    }
  }

  private boolean fill() throws IOException {
    System.arraycopy(buffer, at, buffer, 0, end - at);
    end -= at;
    at = 0;
    int count = in.read(buffer, end, buffer.length - end);
    if (count < 0) {
      if (read < contentLength) {
        throw new S3Refusal(S3Error.INCOMPLETE_BODY);
      }
      return false;
    }
    end += count;
    read += count;
    return true;
  }

  private static String decoded(byte[] bytes, int from, int count) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, count))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      throw new S3Refusal(S3Error.MALFORMED_POST);
    }
  }
}
