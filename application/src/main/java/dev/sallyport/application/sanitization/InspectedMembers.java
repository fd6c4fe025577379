package dev.sallyport.application.sanitization;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.Members;
import dev.sallyport.application.sanitization.port.RefusedMemberException;
import dev.sallyport.application.sanitization.port.Scratch;
import dev.sallyport.application.sanitization.port.ScratchSpace;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.sanitization.Verdict;
import dev.sallyport.domain.shared.DataSize;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** Sends the members of an archive through the inspector that inspects the archive. */
final class InspectedMembers implements Members {
  private final ContentInspector inspector;
  private final ScratchSpace scratches;
  private final SanitizationPolicy policy;
  private final InspectionWork archive;
  private boolean undecided;

  InspectedMembers(
      ContentInspector inspector,
      ScratchSpace scratches,
      SanitizationPolicy policy,
      InspectionWork archive) {
    this.inspector = inspector;
    this.scratches = scratches;
    this.policy = policy;
    this.archive = archive;
  }

  /** Tells whether a scanner has given no answer on a member. */
  boolean isUndecided() {
    return undecided;
  }

  @Override
  public Member next() throws RefusedMemberException {
    archive.budget().takeMember();
    return new Unpacked(scratches.open(archive.budget().left()));
  }

  private final class Unpacked implements Member {
    private final Scratch bytes;
    private final OutputStream sink;
    private final List<Scratch> held = new ArrayList<>();

    Unpacked(Scratch bytes) {
      this.bytes = bytes;
      this.sink = new Counted(bytes.sink(), archive.budget());
      held.add(bytes);
    }

    @Override
    public OutputStream sink() {
      return sink;
    }

    @Override
    public Passed judge() throws IOException {
      Content content = bytes.content();
      if (content.size().bytes() == 0) {
        return new Passed(FileType.TEXT, content, new Verdict.Clean(), false);
      }
      DataSize room = policy.largestOutput(content.size());
      Inspection inspection = inspector.inspectMember(content, open(room), open(room), archive);
      return switch (inspection) {
        case Inspection.Passed passed ->
            new Passed(passed.type(), passed.bytes(), passed.verdict(), passed.dump());
        case Inspection.Failed failed -> throw new RefusedMemberException(failed.reason());
        case Inspection.Undecided _ -> {
          undecided = true;
          throw new PortUnavailableException("no scanner answered for a member", null);
        }
      };
    }

    private Scratch open(DataSize room) {
      Scratch scratch = scratches.open(room);
      held.add(scratch);
      return scratch;
    }

    @Override
    public void close() {
      held.forEach(Scratch::close);
    }
  }

  /** Lets no byte through that may not come out any more. */
  private static final class Counted extends OutputStream {
    private final OutputStream sink;
    private final ExpansionBudget budget;

    Counted(OutputStream sink, ExpansionBudget budget) {
      this.sink = sink;
      this.budget = budget;
    }

    @Override
    public void write(int b) throws IOException {
      budget.takeBytes(1);
      sink.write(b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      budget.takeBytes(length);
      sink.write(bytes, offset, length);
    }
  }
}
