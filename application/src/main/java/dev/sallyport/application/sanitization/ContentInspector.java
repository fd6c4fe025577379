package dev.sallyport.application.sanitization;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.application.sanitization.port.ContentSniffer;
import dev.sallyport.application.sanitization.port.ContentSniffer.Sniffed;
import dev.sallyport.application.sanitization.port.MalwareScanner;
import dev.sallyport.application.sanitization.port.Scratch;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.domain.attachment.Declaration;
import dev.sallyport.domain.sanitization.Check;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.shared.MediaType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
  private final Optional<MalwareScanner> scanner;
  private final SanitizationPolicy policy;

  /** Takes the ports and policies that it works with. */
  @Inject
  public ContentInspector(
      ContentSniffer sniffer,
      Set<ContentRebuilder> rebuilders,
      Optional<MalwareScanner> scanner,
      SanitizationPolicy policy) {
    this.sniffer = sniffer;
    this.rebuilders = byType(rebuilders);
    this.scanner = scanner;
    this.policy = policy;
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
    checks.add(Check.TYPE);
    return switch (sniffer.sniff(content)) {
      case Sniffed.Refused(ReasonCode reason) -> new Inspection.Failed(reason, checks);
      case Sniffed.Recognised(FileType type) -> {
        FileType refined = refine(type, declaration, storedType);
        Optional<ReasonCode> wrong = checkType(refined, declaration, storedType);
        yield wrong.isPresent()
            ? new Inspection.Failed(wrong.get(), checks)
            : scanAndRebuild(
                new Subject(content, refined, isDeclared(FileType.JSON, declaration, storedType)),
                clean,
                again,
                deadline,
                checks);
      }
    };
  }

  private Inspection scanAndRebuild(
      Subject subject, Scratch clean, Scratch again, Deadline deadline, EnumSet<Check> checks)
      throws IOException {
    if (scanner.isPresent()) {
      checks.add(Check.MALWARE);
      try {
        if (scanner.get().isMalware(subject.content(), deadline)) {
          return new Inspection.Failed(ReasonCode.MALWARE, checks);
        }
      } catch (PortUnavailableException e) {
        return new Inspection.Undecided();
      }
    }
    checks.add(Check.REBUILD);
    Inspection first = rebuild(subject.content(), subject.type(), clean, deadline, checks);
    boolean readAsText =
        subject.type() == FileType.JSON
            && !subject.declaredJson()
            && first instanceof Inspection.Failed(ReasonCode reason, var _)
            && NOT_JSON.contains(reason);
    // A log of JSON lines begins like JSON and is none; as text it is as harmless as any other log.
    return readAsText ? rebuild(subject.content(), FileType.TEXT, again, deadline, checks) : first;
  }

  private Inspection rebuild(
      Content content, FileType type, Scratch clean, Deadline deadline, Set<Check> checks)
      throws IOException {
    ContentRebuilder rebuilder = rebuilders.get(type);
    if (rebuilder == null || !policy.accepted().contains(type)) {
      return new Inspection.Failed(ReasonCode.UNSUPPORTED_TYPE, checks);
    }
    return switch (rebuilder.rebuild(content, type, policy, deadline, clean.sink())) {
      case Rebuilt.Refused(ReasonCode reason) -> new Inspection.Failed(reason, checks);
      case Rebuilt.Done(FileType made, var removed) ->
          new Inspection.Passed(made, clean.content(), removed, checks);
    };
  }

  private Optional<ReasonCode> checkType(
      FileType type, Declaration declaration, Optional<MediaType> storedType) {
    if (!policy.accepted().contains(type)) {
      return Optional.of(ReasonCode.UNSUPPORTED_TYPE);
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

  private static Map<FileType, ContentRebuilder> byType(Set<ContentRebuilder> rebuilders) {
    Map<FileType, ContentRebuilder> byType = new EnumMap<>(FileType.class);
    for (ContentRebuilder rebuilder : rebuilders) {
      for (FileType type : rebuilder.types()) {
        if (byType.put(type, rebuilder) != null) {
          throw new IllegalArgumentException("two rebuilders for " + type);
        }
      }
    }
    return byType;
  }

  private record Subject(Content content, FileType type, boolean declaredJson) {}
}
