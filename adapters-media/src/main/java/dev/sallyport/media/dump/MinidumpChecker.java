package dev.sallyport.media.dump;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.media.rebuild.Attempt;
import dev.sallyport.media.rebuild.ContentCursor;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

/** Passes on minidumps all of whose references lead to places inside the file. */
final class MinidumpChecker implements ContentRebuilder {
  @Inject
  MinidumpChecker() {}

  @Override
  public Set<FileType> types() {
    return Set.of(FileType.MINIDUMP);
  }

  @Override
  public Rebuilt rebuild(
      Content content,
      FileType type,
      SanitizationPolicy policy,
      Deadline deadline,
      OutputStream sink)
      throws IOException {
    return Attempt.atChecking(
        FileType.MINIDUMP,
        deadline,
        (pace, _) -> {
          ContentCursor bytes = new ContentCursor(content, pace);
          new MinidumpWalker(bytes).walk();
          bytes.seek(0).copy(bytes.remaining(), sink);
        });
  }
}
