package dev.sallyport.fuzz;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.Members;
import dev.sallyport.application.sanitization.port.RefusedMemberException;
import dev.sallyport.application.sanitization.port.Scratch;
import dev.sallyport.application.sanitization.port.Scratch.ScratchFullException;
import dev.sallyport.application.sanitization.port.ScratchSpace;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Verdict;
import dev.sallyport.domain.shared.DataSize;
import java.io.IOException;
import java.io.OutputStream;

/** Lets every member pass as it is, but not many of them and not much. */
final class BoundedMembers implements Members {
  private static final int MOST_MEMBERS = 100;
  private static final DataSize MOST_BYTES = DataSize.ofMebibytes(1);

  private final ScratchSpace scratches;
  private int members;

  BoundedMembers(ScratchSpace scratches) {
    this.scratches = scratches;
  }

  @Override
  public Member next() throws RefusedMemberException {
    if (++members > MOST_MEMBERS) {
      throw new RefusedMemberException(ReasonCode.EXPANSION_LIMIT);
    }
    return new Held(scratches.open(MOST_BYTES));
  }

  private static final class Held implements Member {
    private final Scratch scratch;

    Held(Scratch scratch) {
      this.scratch = scratch;
    }

    @Override
    public OutputStream sink() {
      return new OutputStream() {
        @Override
        public void write(int b) throws IOException {
          write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
          try {
            scratch.sink().write(bytes, offset, length);
          } catch (ScratchFullException full) {
            throw new RefusedMemberException(ReasonCode.EXPANSION_LIMIT);
          }
        }
      };
    }

    @Override
    public Passed judge() {
      Content content = scratch.content();
      return new Passed(FileType.TEXT, content, new Verdict.Clean(), false);
    }

    @Override
    public void close() {
      scratch.close();
    }
  }
}
