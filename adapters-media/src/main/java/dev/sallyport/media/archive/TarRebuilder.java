package dev.sallyport.media.archive;

import dev.sallyport.application.sanitization.port.ArchiveRebuilder;
import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.application.sanitization.port.Members;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

/**
 * Rebuilds tape archives: files only, in their order, under safe names, without times, owners and
 * rights. Folders that hold nothing are left out.
 *
 * <p>Needs some 200 KiB, and the names.
 */
final class TarRebuilder implements ArchiveRebuilder {
  @Inject
  TarRebuilder() {}

  @Override
  public Set<FileType> types() {
    return Set.of(FileType.TAR);
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
        (repacking, pace) -> {
          try (DeflatedData data = new DeflatedData(content, pace)) {
            repack(new TarReader(content, pace, data), repacking, sink);
          }
        });
  }

  private static void repack(TarReader reader, Repacking repacking, OutputStream sink)
      throws IOException {
    MemberNames names = new MemberNames();
    TarWriter writer = new TarWriter(sink);
    for (TarReader.Entry entry = reader.next(); entry != null; entry = reader.next()) {
      if (entry.hasMetadata()) {
        repacking.removed(Removal.Kind.ARCHIVE_METADATA);
      }
      if (entry.isFolder()) {
        MemberPath.of(entry.name());
      } else {
        repack(entry, reader, names, repacking, writer, sink);
      }
    }
    writer.finish();
  }

  private static void repack(
      TarReader.Entry entry,
      TarReader reader,
      MemberNames names,
      Repacking repacking,
      TarWriter writer,
      OutputStream sink)
      throws IOException {
    MemberPath path = names.take(entry.name());
    if (path.isLeftByDesktop()) {
      repacking.drop(out -> reader.unpack(entry, out));
      return;
    }
    repacking.member(
        out -> reader.unpack(entry, out),
        (type, bytes) -> {
          long size = bytes.size().bytes();
          writer.begin(repacking.name(names, path, type), size);
          repacking.copy(bytes, sink);
          writer.end(size);
        });
  }
}
