package dev.sallyport.fuzz;

import dev.sallyport.application.sanitization.port.ArchiveRebuilder;
import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.application.sanitization.port.RefusedMemberException;
import dev.sallyport.application.sanitization.port.Scratch;
import dev.sallyport.application.sanitization.port.Scratch.ScratchFullException;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.media.MediaConfiguration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Hands bytes to one parser and holds it to its promises: it answers, in time, and throws nothing;
 * and what it has made it takes again, whole, and removes nothing from it.
 */
final class Parsers {
  /** Everything is looked at, nothing is rebuilt. */
  static final String SNIFFER = "sniffer";

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long MOST_PIXELS = 500_000;

  private final ParsersComponent component;
  private final SanitizationPolicy policy = policy();
  private final Map<FileType, ContentRebuilder> rebuilders = new EnumMap<>(FileType.class);
  private final Map<FileType, ArchiveRebuilder> archives = new EnumMap<>(FileType.class);
  private final Clock clock = new WorkClock(ZoneOffset.UTC);

  Parsers(Path scratch) {
    component = DaggerParsersComponent.factory().create(MediaConfiguration.defaults(scratch));
    component.rebuilders().forEach(one -> one.types().forEach(type -> rebuilders.put(type, one)));
    component.archives().forEach(one -> one.types().forEach(type -> archives.put(type, one)));
  }

  /** Returns the names that {@link #feed} knows. */
  List<String> names() {
    return Stream.concat(
            Stream.of(SNIFFER),
            Stream.of(FileType.values())
                .filter(type -> rebuilders.containsKey(type) || archives.containsKey(type))
                .map(Parsers::name))
        .toList();
  }

  static String name(FileType type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  /**
   * Feeds one parser.
   *
   * @throws AssertionError when it breaks a promise; whatever else comes out breaks one as well
   */
  void feed(String name, byte[] bytes) throws IOException {
    if (bytes.length == 0) {
      return;
    }
    try (Scratch held = component.scratches().open(DataSize.ofBytes(bytes.length))) {
      held.sink().write(bytes);
      Content content = held.content();
      if (name.equals(SNIFFER)) {
        component.sniffer().sniff(content);
      } else {
        rebuild(FileType.valueOf(name.toUpperCase(Locale.ROOT)), content);
      }
    }
  }

  private void rebuild(FileType type, Content content) throws IOException {
    try (Scratch clean = component.scratches().open(policy.largestOutput(content.size()))) {
      Optional<FileType> made = attempt(type, content, clean);
      if (made.isPresent()) {
        again(made.get(), clean.content());
      }
    }
  }

  private void again(FileType type, Content made) throws IOException {
    try (Scratch clean = component.scratches().open(policy.largestOutput(made.size()))) {
      Rebuilt second = run(type, made, clean);
      if (!(second instanceof Rebuilt.Done done)) {
        throw new AssertionError("it does not take what it has made: " + second);
      }
      if (!done.verdict().removed().isEmpty()) {
        throw new AssertionError("it leaves something in: " + done.verdict().removed());
      }
    }
  }

  private Optional<FileType> attempt(FileType type, Content content, Scratch clean)
      throws IOException {
    return switch (run(type, content, clean)) {
      case Rebuilt.Done done -> Optional.of(done.type());
      case Rebuilt.Refused _ -> Optional.empty();
    };
  }

  private Rebuilt run(FileType type, Content content, Scratch clean) throws IOException {
    Deadline deadline = Deadline.after(PATIENCE, clock);
    ContentRebuilder rebuilder = rebuilders.get(type);
    if (rebuilder != null) {
      return rebuilder.rebuild(content, type, policy, deadline, clean.sink());
    }
    ArchiveRebuilder archive = archives.get(type);
    if (archive == null) {
      throw new IllegalArgumentException("nothing parses " + type);
    }
    BoundedMembers members = new BoundedMembers(component.scratches());
    try {
      return archive.rebuild(content, type, policy, deadline, members, clean.sink());
    } catch (RefusedMemberException | ScratchFullException refused) {
      return new Rebuilt.Refused(ReasonCode.EXPANSION_LIMIT);
    }
  }

  /** Fewer pixels than usual, so that time goes into parsing. */
  private static SanitizationPolicy policy() {
    SanitizationPolicy usual = SanitizationPolicy.defaults();
    return new SanitizationPolicy(
        usual.accepted(),
        MOST_PIXELS,
        usual.maxTextBytes(),
        usual.maxJsonDepth(),
        usual.maxChunkBytes(),
        usual.archives(),
        usual.redactText(),
        usual.deadline(),
        usual.maxAttempts(),
        usual.maxWait(),
        usual.retainCleaned(),
        usual.retainRejected(),
        usual.retention());
  }
}
