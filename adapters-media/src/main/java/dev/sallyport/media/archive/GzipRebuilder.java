package dev.sallyport.media.archive;

import dev.sallyport.application.sanitization.port.ArchiveRebuilder;
import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.application.sanitization.port.Members;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.media.archive.DeflatedData.Unpacked;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.UnfitContentException;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

/**
 * Rebuilds gzip files as one stream without name, time, comment and extra fields. What stands in
 * several streams one after the other is one file, as for every reader (<a
 * href="https://www.rfc-editor.org/rfc/rfc1952#section-2.2">RFC 1952, section 2.2</a>); there may
 * be as many streams as an archive may have members.
 *
 * <p>Needs some 200 KiB.
 */
final class GzipRebuilder implements ArchiveRebuilder {
  private static final int STREAM = 1 << 10;

  @Inject
  GzipRebuilder() {}

  @Override
  public Set<FileType> types() {
    return Set.of(FileType.GZIP);
  }

  @Override
  public Rebuilt rebuild(
      Content content,
      FileType type,
      SanitizationPolicy policy,
      Deadline deadline,
      Members members,
      OutputStream sink)
      throws IOException {
    return Repacking.at(
        type,
        deadline,
        members,
        (repacking, pace) ->
            repacking.member(
                out -> unpack(content, policy.archives().maxMembers(), repacking, pace, out),
                (_, bytes) -> {
                  try (GzipWriter writer = new GzipWriter(sink)) {
                    repacking.copy(bytes, writer);
                    writer.finish();
                  }
                }));
  }

  private static void unpack(
      Content content, int most, Repacking repacking, Pace pace, OutputStream out)
      throws IOException {
    ArchiveWindow in = new ArchiveWindow(content, pace);
    try (DeflatedData data = new DeflatedData(content, pace)) {
      long at = 0;
      for (int streams = 0; at < in.end(); streams++) {
        if (streams > 0 && !GzipHeader.isAt(in, at)) {
          throw new UnfitContentException(ReasonCode.TRAILING_DATA);
        }
        if (streams == most) {
          throw new UnfitContentException(ReasonCode.EXPANSION_LIMIT);
        }
        pace.worked(STREAM);
        at = stream(in, data, at, repacking, out);
      }
    }
  }

  private static long stream(
      ArchiveWindow in, DeflatedData data, long from, Repacking repacking, OutputStream out)
      throws IOException {
    GzipHeader header = GzipHeader.read(in, from);
    if (header.hasMetadata()) {
      repacking.removed(Removal.Kind.ARCHIVE_METADATA);
    }
    Unpacked unpacked = data.inflate(header.end(), in.end(), Long.MAX_VALUE, out);
    boolean whole =
        in.u32(unpacked.end()) == unpacked.crc()
            && in.u32(unpacked.end() + 4) == (unpacked.size() & 0xffffffffL);
    if (!whole) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
    return unpacked.end() + 8;
  }
}
