package dev.sallyport.media.video;

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

/**
 * Passes on MP4 files whose boxes are all understood; those that speak about the recording become
 * free boxes of the same length.
 */
final class Mp4Checker implements ContentRebuilder {
  @Inject
  Mp4Checker() {}

  @Override
  public Set<FileType> types() {
    return Set.of(FileType.MP4);
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
        FileType.MP4,
        deadline,
        (pace, removed) -> {
          ContentCursor bytes = new ContentCursor(content, pace);
          Patches patches = new Patches(removed);
          new Mp4Walker(new Mp4Boxes(bytes, patches)).walk();
          patches.write(bytes, sink);
        });
  }
}
