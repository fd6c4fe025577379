package dev.sallyport.benchmarks.inflate;

import dev.sallyport.application.sanitization.port.Members;
import dev.sallyport.application.sanitization.port.RefusedMemberException;
import dev.sallyport.benchmarks.content.ArrayContent;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Verdict;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Counts bytes against a limit and lets nothing be packed again, so that only unpacking is left.
 */
final class CountingMembers implements Members {
  private static final Passed NOTHING =
      new Passed(FileType.TEXT, new ArrayContent(new byte[0]), new Verdict.Clean(), false);

  private final long limit;
  private long written;

  CountingMembers(long limit) {
    this.limit = limit;
  }

  long written() {
    return written;
  }

  @Override
  public Member next() {
    return new Counted();
  }

  private final class Counted implements Member {
    private final OutputStream sink =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            count(1);
          }

          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            count(length);
          }
        };

    private void count(int length) throws RefusedMemberException {
      if (length > limit - written) {
        throw new RefusedMemberException(ReasonCode.EXPANSION_LIMIT);
      }
      written += length;
    }

    @Override
    public OutputStream sink() {
      return sink;
    }

    @Override
    public Passed judge() {
      return NOTHING;
    }

    @Override
    public void close() {}
  }
}
