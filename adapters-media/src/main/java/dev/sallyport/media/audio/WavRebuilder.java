package dev.sallyport.media.audio;

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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;

/** Writes WAV files anew from their format and their samples; RF64 comes out as RIFF. */
final class WavRebuilder implements ContentRebuilder {
  @Inject
  WavRebuilder() {}

  @Override
  public Set<FileType> types() {
    return Set.of(FileType.WAV);
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
        FileType.WAV,
        deadline,
        (pace, removed) -> {
          ContentCursor bytes = new ContentCursor(content, pace);
          write(new WavWalker(bytes, removed).walk(), bytes, sink);
        });
  }

  private static void write(WavWalker.Layout layout, ContentCursor bytes, OutputStream sink)
      throws IOException {
    byte[] format = layout.format().chunk();
    boolean counted = !layout.format().isPlainPcm();
    long padding = layout.dataLength() % 2;
    int head = 12 + 8 + format.length + (counted ? 12 : 0) + 8;
    ByteBuffer start = ByteBuffer.allocate(head);
    begin(start, "RIFF", head - 8 + layout.dataLength() + padding);
    start.putInt(WavWalker.chunk("WAVE"));
    begin(start, "fmt ", format.length);
    start.put(format);
    if (counted) {
      begin(start, "fact", 4);
      start.order(ByteOrder.LITTLE_ENDIAN).putInt((int) layout.frames());
    }
    begin(start, "data", layout.dataLength());
    sink.write(start.array());
    bytes.seek(layout.dataAt()).copy(layout.dataLength(), sink);
    if (padding > 0) {
      sink.write(0);
    }
  }

  private static void begin(ByteBuffer target, String name, long length) {
    target.order(ByteOrder.BIG_ENDIAN).putInt(WavWalker.chunk(name));
    target.order(ByteOrder.LITTLE_ENDIAN).putInt((int) length).order(ByteOrder.BIG_ENDIAN);
  }
}
