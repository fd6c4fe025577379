package dev.sallyport.media.archive;

import dev.sallyport.application.sanitization.port.ArchiveRebuilder;
import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.application.sanitization.port.Members;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.media.rebuild.Pace;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

/**
 * Rebuilds ZIP archives of stored and deflated members: files only, in their order, under safe
 * names, without times, owners, comments and extra fields. Folders that hold nothing are left out.
 *
 * <p>Needs some 200 KiB, and the names.
 */
final class ZipRebuilder implements ArchiveRebuilder {
  @Inject
  ZipRebuilder() {}

  @Override
  public Set<FileType> types() {
    return Set.of(FileType.ZIP);
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
          try (DeflatedData data = new DeflatedData(content, pace);
              ZipWriter writer = new ZipWriter(sink)) {
            repack(new ZipReader(content, pace, data), repacking, pace, writer);
            writer.finish();
          }
        });
  }

  private static void repack(ZipReader reader, Repacking repacking, Pace pace, ZipWriter writer)
      throws IOException {
    ProgramLook look = new ProgramLook();
    reader.headers(header -> {
      pace.worked(header.rawName().length);
      look.at(header.name());
    });
    look.finish();
    if (reader.hasComment()) {
      repacking.removed(Removal.Kind.ARCHIVE_METADATA);
    }
    MemberNames names = new MemberNames();
    reader.headers(header -> repack(header, reader, names, repacking, writer));
    reader.finish();
  }

  private static void repack(
      ZipEntryHeader header,
      ZipReader reader,
      MemberNames names,
      Repacking repacking,
      ZipWriter writer)
      throws IOException {
    if (reader.open(header) || header.hasMetadata()) {
      repacking.removed(Removal.Kind.ARCHIVE_METADATA);
    }
    if (header.isFolder()) {
      MemberPath.of(header.name());
      reader.unpack(header, OutputStream.nullOutputStream());
      return;
    }
    MemberPath path = names.take(header.name());
    if (path.isLeftByDesktop()) {
      repacking.drop(sink -> reader.unpack(header, sink));
      return;
    }
    repacking.member(
        sink -> reader.unpack(header, sink),
        (type, bytes) -> {
          if (path.isOpenDocumentType()) {
            ProgramLook.atType(bytes);
          }
          writer.begin(repacking.name(names, path, type));
          repacking.copy(bytes, writer.sink());
        });
  }
}
