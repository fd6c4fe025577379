package dev.sallyport.contract.sanitization;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.sanitization.port.ContentSniffer;
import dev.sallyport.application.sanitization.port.Scratch;
import dev.sallyport.application.sanitization.port.ScratchSpace;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.application.shared.DeadlineExceededException;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.sanitization.Verdict;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.Sha256;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/** Content checks whose answers stand in the content: small words in, every verdict out. */
public final class SimpleContent {
  private SimpleContent() {}

  /** Returns all of it as text. */
  public static String text(Content content) throws IOException {
    try (InputStream in = content.open()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Calls "strange" unsupported, what begins with a brace JSON, and all else text. */
  static final class Sniffer implements ContentSniffer {
    @Override
    public Sniffed sniff(Content content) throws IOException {
      String text = text(content);
      if (text.equals("strange")) {
        return new Sniffed.Refused(ReasonCode.UNSUPPORTED_TYPE);
      }
      return new Sniffed.Recognised(text.startsWith("{") ? FileType.JSON : FileType.TEXT);
    }
  }

  /**
   * Removes tokens, calls "malformed" malformed and JSON but "{}" trailing, and is too slow for
   * "slow".
   */
  static final class Rebuilder implements ContentRebuilder {
    @Override
    public Set<FileType> types() {
      return Set.of(FileType.TEXT, FileType.CSV, FileType.JSON);
    }

    @Override
    public Rebuilt rebuild(
        Content content,
        FileType type,
        SanitizationPolicy policy,
        Deadline deadline,
        OutputStream sink)
        throws IOException {
      String text = text(content);
      // Written before the answer, because a sink means nothing without one.
      sink.write(text.replaceAll("token-[0-9]", "[removed]").getBytes(StandardCharsets.UTF_8));
      return switch (text) {
        case "slow" -> throw new DeadlineExceededException();
        case "malformed" -> new Rebuilt.Refused(ReasonCode.MALFORMED);
        default ->
            type == FileType.JSON && !text.equals("{}")
                ? new Rebuilt.Refused(ReasonCode.TRAILING_DATA)
                : done(text);
      };
    }

    private static Rebuilt done(String text) {
      long tokens = text.split("token-[0-9]", -1).length - 1L;
      List<Removal> removed =
          tokens == 0 ? List.of() : List.of(new Removal(Removal.Kind.ACCESS_KEY, tokens));
      return new Rebuilt.Done(FileType.TEXT, Verdict.rebuilt(removed), false);
    }
  }

  /** Keeps everything in memory. */
  public static final class Space implements ScratchSpace {
    @Override
    public Scratch open(DataSize max) {
      ByteArrayOutputStream written = new ByteArrayOutputStream();
      return new Scratch() {
        @Override
        public OutputStream sink() {
          return written;
        }

        @Override
        public Content content() {
          return new Bytes(written.toByteArray());
        }

        @Override
        public void close() {}
      };
    }
  }

  private static final class Bytes implements Content {
    private final byte[] bytes;

    Bytes(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public DataSize size() {
      return new DataSize(bytes.length);
    }

    @Override
    public Sha256 sha256() {
      return Sha256.of(bytes);
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public int read(long position, byte[] target) {
      int from = (int) Math.min(position, bytes.length);
      int count = Math.min(target.length, bytes.length - from);
      System.arraycopy(bytes, from, target, 0, count);
      return count;
    }
  }
}
