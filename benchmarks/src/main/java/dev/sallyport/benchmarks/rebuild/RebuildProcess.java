package dev.sallyport.benchmarks.rebuild;

import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.benchmarks.content.ArrayContent;
import dev.sallyport.benchmarks.frame.PeerRounds;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/** Sallyport as the peers run: a process that rebuilds one file again and again on one thread. */
final class RebuildProcess {
  private final ContentRebuilder rebuilder;
  private final FileType type;
  private final ArrayContent content;
  private final ByteArrayOutputStream clean = new ByteArrayOutputStream();

  private RebuildProcess(FileType type, byte[] bytes) {
    this.type = type;
    content = new ArrayContent(bytes);
    rebuilder =
        DaggerRebuildComponent.create().rebuilders().stream()
            .filter(each -> each.types().contains(type))
            .findFirst()
            .orElseThrow();
  }

  /** Takes TYPE FILE WARM_UP_S ROUND_S ROUNDS. */
  public static void main(String[] arguments) throws IOException {
    byte[] bytes = Files.readAllBytes(Path.of(arguments[1]));
    RebuildProcess process = new RebuildProcess(FileType.valueOf(arguments[0]), bytes);
    PeerRounds.print("Sallyport", process::rebuild, arguments[2], arguments[3], arguments[4]);
  }

  private long rebuild() throws IOException {
    clean.reset();
    Deadline deadline = Deadline.after(Duration.ofMinutes(1), Clock.systemUTC());
    Rebuilt made = rebuilder.rebuild(content, type, SanitizationPolicy.defaults(), deadline, clean);
    if (!(made instanceof Rebuilt.Done)) {
      throw new IOException("the picture was refused");
    }
    return clean.size();
  }
}
