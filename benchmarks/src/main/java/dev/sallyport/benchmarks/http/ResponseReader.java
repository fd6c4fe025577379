package dev.sallyport.benchmarks.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Finds the end of each response in a stream of bytes, however they are cut into reads, and its
 * status: <a href="https://www.rfc-editor.org/rfc/rfc9112#section-6">HTTP/1.1, message body</a>,
 * with a length or in chunks. Interim answers and bodies until close do not occur here and are
 * refused.
 */
final class ResponseReader {
  private static final int LONGEST_LINE = 8192;

  private final byte[] line = new byte[LONGEST_LINE];
  private int lineLength;
  private Part part = Part.STATUS;
  private int status;
  private long left;
  private boolean chunked;

  private enum Part {
    STATUS,
    HEADERS,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILERS
  }

  /** Returns the status of the response that ended last. */
  int status() {
    return status;
  }

  /**
   * Reads on, at most to the end of one response.
   *
   * @return whether it ended
   * @throws IllegalStateException for bytes that are no such response
   */
  boolean read(ByteBuffer in) {
    while (in.hasRemaining()) {
      boolean ended =
          switch (part) {
            case BODY, CHUNK -> skip(in);
            case STATUS, HEADERS, CHUNK_SIZE, CHUNK_END, TRAILERS -> readLine(in) && line();
          };
      if (ended) {
        part = Part.STATUS;
        return true;
      }
    }
    return false;
  }

  private boolean skip(ByteBuffer in) {
    int some = (int) Math.min(left, in.remaining());
    in.position(in.position() + some);
    left -= some;
    if (left > 0) {
      return false;
    }
    if (part == Part.BODY) {
      return true;
    }
    part = Part.CHUNK_END;
    return false;
  }

  private boolean readLine(ByteBuffer in) {
    while (in.hasRemaining()) {
      byte b = in.get();
      if (b == '\n') {
        return true;
      }
      if (b != '\r') {
        if (lineLength == LONGEST_LINE) {
          throw new IllegalStateException("a line of the answer is too long");
        }
        line[lineLength++] = b;
      }
    }
    return false;
  }

  /** Takes a whole line; true when it was the last of the response. */
  private boolean line() {
    int length = lineLength;
    lineLength = 0;
    switch (part) {
      case STATUS -> status(text(length));
      case HEADERS -> {
        return length == 0 ? headersEnd() : header(length);
      }
      case CHUNK_SIZE -> {
        left = Long.parseLong(text(length).split(";", 2)[0].strip(), 16);
        part = left == 0 ? Part.TRAILERS : Part.CHUNK;
      }
      case CHUNK_END -> part = Part.CHUNK_SIZE;
      case TRAILERS -> {
        return length == 0;
      }
      case BODY, CHUNK -> throw new IllegalStateException("bodies have no lines");
    }
    return false;
  }

  private void status(String text) {
    if (!text.matches("HTTP/1\\.1 [2-5]\\d\\d.*")) {
      throw new IllegalStateException("no answer in HTTP/1.1");
    }
    status = Integer.parseInt(text, 9, 12, 10);
    left = -1;
    chunked = false;
    part = Part.HEADERS;
  }

  private boolean header(int length) {
    // Most headers do not matter, and the generator's own work takes time from the server.
    byte first = line[0];
    if (first == 'C' || first == 'c' || first == 'T' || first == 't') {
      String header = text(length).toLowerCase(Locale.ROOT);
      if (header.startsWith("content-length:")) {
        left = Long.parseLong(header.substring(header.indexOf(':') + 1).strip());
      } else if (header.startsWith("transfer-encoding:")) {
        chunked = header.endsWith("chunked");
      }
    }
    return false;
  }

  private boolean headersEnd() {
    if (chunked) {
      part = Part.CHUNK_SIZE;
      return false;
    }
    if (left < 0 && status != 204 && status != 304) {
      throw new IllegalStateException("an answer without a length");
    }
    part = Part.BODY;
    return left <= 0;
  }

  private String text(int length) {
    return new String(line, 0, length, StandardCharsets.ISO_8859_1);
  }
}
