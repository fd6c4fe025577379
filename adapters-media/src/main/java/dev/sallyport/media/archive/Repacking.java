package dev.sallyport.media.archive;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.application.sanitization.port.Members;
import dev.sallyport.application.sanitization.port.Members.Member;
import dev.sallyport.application.sanitization.port.Members.Passed;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.Verdict;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.RemovalTally;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** One go at an archive: members out, judged, and in again, and what that makes of the whole. */
final class Repacking {
  /** To begin a member is as much work as a look at the deadline is worth. */
  private static final int MEMBER = 1 << 16;

  private final Members members;
  private final Pace pace;
  private final RemovalTally removed = new RemovalTally();
  private Verdict weakest = new Verdict.Clean();
  private boolean dump;

  private Repacking(Members members, Pace pace) {
    this.members = members;
    this.pace = pace;
  }

  /** Reads an archive and writes it anew, or throws. */
  @FunctionalInterface
  interface Work {
    void write(Repacking repacking, Pace pace) throws IOException;
  }

  /** Writes the bytes of a member as they come out of the archive. */
  @FunctionalInterface
  interface Source {
    void writeTo(OutputStream sink) throws IOException;
  }

  /** Takes a member that passed. */
  @FunctionalInterface
  interface Target {
    void add(FileType type, Content bytes) throws IOException;
  }

  /** Does the work and says what became of it. */
  static Rebuilt at(FileType type, Deadline deadline, Members members, Work work)
      throws IOException {
    Pace pace = new Pace(deadline);
    Repacking repacking = new Repacking(members, pace);
    try {
      work.write(repacking, pace);
      Verdict verdict = Verdict.weakest(List.of(repacking.weakest), repacking.removed.removals());
      return new Rebuilt.Done(type, verdict, repacking.dump);
    } catch (UnfitContentException unfit) {
      return new Rebuilt.Refused(unfit.reason());
    }
  }

  /** Sends one member through the checks. */
  void member(Source source, Target target) throws IOException {
    pace.worked(MEMBER);
    try (Member member = members.next()) {
      source.writeTo(member.sink());
      Passed passed = member.judge();
      target.add(passed.type(), passed.bytes());
      weakest = Verdict.weakest(List.of(weakest, passed.verdict()), List.of());
      dump |= passed.dump();
    }
  }

  /** Lets out what nobody will see, so that it is counted like all else. */
  void drop(Source source) throws IOException {
    pace.worked(MEMBER);
    try (Member member = members.next()) {
      source.writeTo(member.sink());
    }
    removed(Removal.Kind.ARCHIVE_METADATA);
  }

  /** Notes that the archive itself loses something. */
  void removed(Removal.Kind kind) {
    removed.add(kind);
  }

  /** Names a member that passed, and notes when a person would see the difference. */
  String name(MemberNames names, MemberPath path, FileType type) {
    String name = names.give(path, type);
    if (!path.isShownAs(name)) {
      removed(Removal.Kind.ENTRY_NAME);
    }
    return name;
  }

  /** Copies clean bytes. */
  void copy(Content bytes, OutputStream sink) throws IOException {
    byte[] piece = new byte[Math.clamp(bytes.size().bytes(), 1, 1 << 16)];
    long position = 0;
    for (int count = bytes.read(0, piece); count > 0; count = bytes.read(position, piece)) {
      pace.worked(count);
      sink.write(piece, 0, count);
      position += count;
    }
  }
}
