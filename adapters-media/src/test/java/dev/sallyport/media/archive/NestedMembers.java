package dev.sallyport.media.archive;

import dev.sallyport.application.sanitization.port.ArchiveRebuilder;
import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.application.sanitization.port.Members;
import dev.sallyport.application.sanitization.port.RefusedMemberException;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.sanitization.BytesContent;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.sanitization.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Members that may be archives in their turn, counted and limited as in the pipeline; all else is
 * clean text.
 */
final class NestedMembers implements Members {
  private final Budget budget;
  private final int depth;

  private NestedMembers(Budget budget, int depth) {
    this.budget = budget;
    this.depth = depth;
  }

  /** What may still come out. */
  private static final class Budget {
    private int members = 1_000;
    private long bytes;
    private int texts;
  }

  /**
   * What became of an archive.
   *
   * @param texts members that are no archives
   * @param spent bytes that came out of all archives
   */
  record Outcome(
      Rebuilt result,
      @SuppressWarnings("ArrayRecordComponent") byte[] bytes,
      int texts,
      long spent) {
    ReasonCode reason() {
      return ((Rebuilt.Refused) result).reason();
    }
  }

  static Outcome of(byte[] archive) throws IOException {
    Budget budget = new Budget();
    SanitizationPolicy policy = SanitizationPolicy.defaults();
    budget.bytes = policy.archives().room(new BytesContent(archive).size()).bytes();
    long room = budget.bytes;
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    Rebuilt result;
    try {
      result = new NestedMembers(budget, 1).rebuild(archive, sink);
    } catch (RefusedMemberException refused) {
      result = new Rebuilt.Refused(refused.reason());
    }
    return new Outcome(result, sink.toByteArray(), budget.texts, room - budget.bytes);
  }

  private Rebuilt rebuild(byte[] archive, OutputStream sink) throws IOException {
    SanitizationPolicy policy = SanitizationPolicy.defaults();
    if (depth > policy.archives().maxDepth()) {
      return new Rebuilt.Refused(ReasonCode.NESTING_LIMIT);
    }
    ArchiveRebuilder rebuilder = rebuilder(archive);
    FileType type = rebuilder.types().iterator().next();
    Deadline deadline = Deadline.after(Duration.ofMinutes(1), MutableClock.atNoon());
    return rebuilder.rebuild(new BytesContent(archive), type, policy, deadline, this, sink);
  }

  private static boolean isArchive(byte[] bytes) {
    return startsWith(bytes, 0, "PK") || startsWith(bytes, 0, "\u001f\u008b") || isTar(bytes);
  }

  private static boolean isTar(byte[] bytes) {
    return startsWith(bytes, 257, "ustar");
  }

  private static ArchiveRebuilder rebuilder(byte[] bytes) {
    if (isTar(bytes)) {
      return new TarRebuilder();
    }
    return startsWith(bytes, 0, "PK") ? new ZipRebuilder() : new GzipRebuilder();
  }

  private static boolean startsWith(byte[] bytes, int at, String magic) {
    return bytes.length >= at + magic.length()
        && new String(bytes, at, magic.length(), StandardCharsets.ISO_8859_1).equals(magic);
  }

  @Override
  public Member next() throws RefusedMemberException {
    if (budget.members-- == 0) {
      throw new RefusedMemberException(ReasonCode.EXPANSION_LIMIT);
    }
    return new Unpacked();
  }

  private final class Unpacked implements Member {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public OutputStream sink() {
      return new OutputStream() {
        @Override
        public void write(int b) throws IOException {
          write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] piece, int offset, int length) throws IOException {
          if (length > budget.bytes) {
            throw new RefusedMemberException(ReasonCode.EXPANSION_LIMIT);
          }
          budget.bytes -= length;
          bytes.write(piece, offset, length);
        }
      };
    }

    @Override
    public Passed judge() throws IOException {
      byte[] whole = bytes.toByteArray();
      if (!isArchive(whole)) {
        budget.texts++;
        return new Passed(FileType.TEXT, new BytesContent(whole), new Verdict.Clean(), false);
      }
      ByteArrayOutputStream clean = new ByteArrayOutputStream();
      return switch (new NestedMembers(budget, depth + 1).rebuild(whole, clean)) {
        case Rebuilt.Refused(ReasonCode reason) -> throw new RefusedMemberException(reason);
        case Rebuilt.Done(FileType type, Verdict verdict, boolean dump) ->
            new Passed(type, new BytesContent(clean.toByteArray()), verdict, dump);
      };
    }

    @Override
    public void close() {}
  }
}
