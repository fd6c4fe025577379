package dev.sallyport.application.sanitization;

import dev.sallyport.application.sanitization.port.ArchiveRebuilder;
import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.application.sanitization.port.ContentSniffer;
import dev.sallyport.application.sanitization.port.ContentSniffer.Sniffed;
import dev.sallyport.application.sanitization.port.MalwareScanner;
import dev.sallyport.application.sanitization.port.RefusedMemberException;
import dev.sallyport.application.sanitization.port.Scratch;
import dev.sallyport.application.sanitization.port.Scratch.ScratchFullException;
import dev.sallyport.application.sanitization.port.ScratchSpace;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.domain.attachment.Declaration;
import dev.sallyport.domain.sanitization.Check;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.sanitization.Verdict;
import dev.sallyport.domain.shared.MediaType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Runs every check on content, in the order of {@link Check}, and stops at the first that fails.
 *
 * <p>Cheap checks come first; the scanner sees the original before a decoder does, because decoders
 * are what malformed content attacks; rebuilding comes last, because only its output is kept.
 */
public final class ContentInspector {
  private static final Set<ReasonCode> NOT_JSON =
      EnumSet.of(
          ReasonCode.MALFORMED,
          ReasonCode.TRUNCATED,
          ReasonCode.TRAILING_DATA,
          ReasonCode.NESTING_LIMIT);

  private final ContentSniffer sniffer;
  private final Map<FileType, ContentRebuilder> rebuilders;
  private final Map<FileType, ArchiveRebuilder> archives;
  private final Optional<MalwareScanner> scanner;
  private final ScratchSpace scratches;
  private final SanitizationPolicy policy;

  /** Takes the ports and policies that it works with. */
  @Inject
  public ContentInspector(
      ContentSniffer sniffer,
      Set<ContentRebuilder> rebuilders,
      Set<ArchiveRebuilder> archives,
      Optional<MalwareScanner> scanner,
      ScratchSpace scratches,
      SanitizationPolicy policy) {
    this.sniffer = sniffer;
    this.rebuilders = byType(rebuilders, ContentRebuilder::types);
    this.archives = byType(archives, ArchiveRebuilder::types);
    this.scanner = scanner;
    this.scratches = scratches;
    this.policy = policy;
    if (!Collections.disjoint(this.rebuilders.keySet(), this.archives.keySet())) {
      throw new IllegalArgumentException("two rebuilders for one type");
    }
  }

  /**
   * Inspects content.
   *
   * @param content what arrived, whole
   * @param declaration what the sender said before
   * @param storedType what the object was stored with
   * @param clean where clean bytes are written; when a first reading as JSON fails, {@code again}
   *     is used in its stead
   * @param again a second scratch, unused in most cases
   */
  Inspection inspect(
      Content content,
      Declaration declaration,
      Optional<MediaType> storedType,
      Scratch clean,
      Scratch again,
      Deadline deadline)
      throws IOException {
    EnumSet<Check> checks = EnumSet.of(Check.SIZE);
    if (content.size().bytes() == 0) {
      return new Inspection.Failed(ReasonCode.EMPTY, checks);
    }
    if (declaration.size().isPresent() && !declaration.size().get().equals(content.size())) {
      return new Inspection.Failed(ReasonCode.SIZE_MISMATCH, checks);
    }
    if (declaration.sha256().isPresent()) {
      checks.add(Check.CHECKSUM);
      if (!declaration.sha256().get().equals(content.sha256())) {
        return new Inspection.Failed(ReasonCode.CHECKSUM_MISMATCH, checks);
      }
    }
    ExpansionBudget budget = new ExpansionBudget(policy.archives(), content.size());
    InspectionWork work = new InspectionWork(content, clean, again, deadline, budget, 1, checks);
    return recognise(work, declaration, storedType);
  }

  /** Inspects what came out of an archive, of which nobody has said anything. */
  Inspection inspectMember(Content content, Scratch clean, Scratch again, InspectionWork archive)
      throws IOException {
    InspectionWork work =
        new InspectionWork(
            content,
            clean,
            again,
            archive.deadline(),
            archive.budget(),
            archive.depth() + 1,
            EnumSet.noneOf(Check.class));
    return recognise(work, Declaration.none(), Optional.empty());
  }

  private Inspection recognise(
      InspectionWork work, Declaration declaration, Optional<MediaType> storedType)
      throws IOException {
    work.checks().add(Check.TYPE);
    return switch (sniffer.sniff(work.content())) {
      case Sniffed.Refused(ReasonCode reason) -> work.failed(reason);
      case Sniffed.Recognised(FileType type) -> {
        FileType refined = refine(type, declaration, storedType);
        Optional<ReasonCode> wrong = checkType(refined, declaration, storedType);
        yield wrong.isPresent()
            ? work.failed(wrong.get())
            : scanAndRebuild(work, refined, isDeclared(FileType.JSON, declaration, storedType));
      }
    };
  }

  private Inspection scanAndRebuild(InspectionWork work, FileType type, boolean declaredJson)
      throws IOException {
    if (scanner.isPresent()) {
      work.checks().add(Check.MALWARE);
      try {
        if (scanner.get().isMalware(work.content(), work.deadline())) {
          return work.failed(ReasonCode.MALWARE);
        }
      } catch (PortUnavailableException e) {
        return new Inspection.Undecided();
      }
    }
    if (type.isOpaque()) {
      Verdict verdict = new Verdict.Validated(List.of());
      return new Inspection.Passed(type, work.content(), verdict, false, work.checks());
    }
    work.checks().add(Check.REBUILD);
    Inspection first = rebuild(work, type, work.clean());
    boolean readAsText =
        type == FileType.JSON
            && !declaredJson
            && policy.accepted().contains(FileType.TEXT)
            && first instanceof Inspection.Failed(ReasonCode reason, var _)
            && NOT_JSON.contains(reason);
    // A log of JSON lines begins like JSON and is none; as text it is as harmless as any other log.
    return readAsText ? rebuild(work, FileType.TEXT, work.again()) : first;
  }

  private Inspection rebuild(InspectionWork work, FileType type, Scratch clean) throws IOException {
    ContentRebuilder rebuilder = rebuilders.get(type);
    if (rebuilder != null) {
      return inspection(
          work,
          clean,
          () -> rebuilder.rebuild(work.content(), type, policy, work.deadline(), clean.sink()));
    }
    ArchiveRebuilder archive = archives.get(type);
    if (archive == null) {
      return work.failed(ReasonCode.UNSUPPORTED_TYPE);
    }
    if (work.depth() > policy.archives().maxDepth()) {
      return work.failed(ReasonCode.NESTING_LIMIT);
    }
    InspectedMembers members = new InspectedMembers(this, scratches, policy, work);
    try {
      return inspection(
          work,
          clean,
          () ->
              archive.rebuild(
                  work.content(), type, policy, work.deadline(), members, clean.sink()));
    } catch (PortUnavailableException e) {
      if (members.isUndecided()) {
        return new Inspection.Undecided();
      }
      throw e;
    }
  }

  private static Inspection inspection(InspectionWork work, Scratch clean, Rebuilding rebuilding)
      throws IOException {
    try {
      return switch (rebuilding.rebuild()) {
        case Rebuilt.Refused(ReasonCode reason) -> work.failed(reason);
        case Rebuilt.Done(FileType made, Verdict verdict, boolean dump) ->
            new Inspection.Passed(made, clean.content(), verdict, dump, work.checks());
      };
    } catch (RefusedMemberException refused) {
      return work.failed(refused.reason());
    } catch (ScratchFullException tooMuch) {
      return work.failed(ReasonCode.EXPANSION_LIMIT);
    }
  }

  @FunctionalInterface
  private interface Rebuilding {
    Rebuilt rebuild() throws IOException;
  }

  private Optional<ReasonCode> checkType(
      FileType type, Declaration declaration, Optional<MediaType> storedType) {
    if (!policy.accepted().contains(type)) {
      return Optional.of(type.refusal());
    }
    return type.fits(declaration.contentType()) && type.fits(storedType)
        ? Optional.empty()
        : Optional.of(ReasonCode.TYPE_MISMATCH);
  }

  /** Text looks the same whatever it means: only its sender knows that it is CSV. */
  private static FileType refine(
      FileType sniffed, Declaration declaration, Optional<MediaType> storedType) {
    return sniffed == FileType.TEXT && isDeclared(FileType.CSV, declaration, storedType)
        ? FileType.CSV
        : sniffed;
  }

  private static boolean isDeclared(
      FileType type, Declaration declaration, Optional<MediaType> storedType) {
    MediaType name =
        type == FileType.CSV ? new MediaType("text/csv") : new MediaType("application/json");
    return declaration.specificType().filter(name::equals).isPresent()
        || storedType.map(MediaType::canonical).filter(name::equals).isPresent();
  }

  private static <R> Map<FileType, R> byType(
      Set<R> rebuilders, Function<R, Set<FileType>> typesOf) {
    Map<FileType, R> byType = new EnumMap<>(FileType.class);
    for (R rebuilder : rebuilders) {
      for (FileType type : typesOf.apply(rebuilder)) {
        if (byType.put(type, rebuilder) != null) {
          throw new IllegalArgumentException("two rebuilders for " + type);
        }
      }
    }
    return byType;
  }
}
