package dev.sallyport.media.text;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.media.rebuild.Attempt;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.UnfitContentException;
import jakarta.inject.Inject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Set;

/**
 * Rebuilds text, CSV and XML: UTF-8 out of whatever {@link TextEncoding} it came in, without
 * terminal controls, and, when the policy says so, without secrets and personal data.
 *
 * <p>More bytes than the policy allows are {@code EXPANSION_LIMIT}. Needs some 200 KiB, whatever
 * the size.
 */
final class TextRebuilder implements ContentRebuilder {
  private static final int PIECE = 1 << 16;

  @Inject
  TextRebuilder() {}

  @Override
  public Set<FileType> types() {
    return Set.of(FileType.TEXT, FileType.CSV, FileType.XML);
  }

  @Override
  public Rebuilt rebuild(
      Content content,
      FileType type,
      SanitizationPolicy policy,
      Deadline deadline,
      OutputStream sink)
      throws IOException {
    return Attempt.at(
        type,
        deadline,
        (pace, removed) -> {
          if (content.size().exceeds(policy.maxTextBytes())) {
            throw new UnfitContentException(ReasonCode.EXPANSION_LIMIT);
          }
          TextStage last = new SinkStage(new BufferedOutputStream(sink, PIECE));
          pump(content, TextCleaner.before(last, removed, false, policy.redactText()), pace);
        });
  }

  private static void pump(Content content, TextStage stages, Pace pace) throws IOException {
    byte[] piece = new byte[PIECE];
    try (InputStream in = TextEncoding.of(content, pace).decode(content.open())) {
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        pace.worked(count);
        stages.accept(piece, 0, count);
      }
    }
    stages.finish();
  }
}
