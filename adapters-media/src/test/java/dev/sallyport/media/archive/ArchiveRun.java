package dev.sallyport.media.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.sanitization.port.ArchiveRebuilder;
import dev.sallyport.application.sanitization.port.ContentRebuilder.Rebuilt;
import dev.sallyport.application.sanitization.port.RefusedMemberException;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.contract.fixtures.MutableClock;
import dev.sallyport.contract.sanitization.BytesContent;
import dev.sallyport.contract.sanitization.ScriptedMembers;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One archive sent through its rebuilder, every member taken for what a test says it is. */
record ArchiveRun(
    Rebuilt result,
    @SuppressWarnings("ArrayRecordComponent") byte[] bytes,
    ScriptedMembers members) {
  static ArchiveRun zip(byte[] archive) throws IOException {
    return of(new ZipRebuilder(), archive, ScriptedMembers.allText());
  }

  static ArchiveRun gzip(byte[] archive) throws IOException {
    return of(new GzipRebuilder(), archive, ScriptedMembers.allText());
  }

  static ArchiveRun tar(byte[] archive) throws IOException {
    return of(new TarRebuilder(), archive, ScriptedMembers.allText());
  }

  static ArchiveRun of(ArchiveRebuilder rebuilder, byte[] archive, ScriptedMembers members)
      throws IOException {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    FileType type = rebuilder.types().iterator().next();
    Rebuilt result;
    try {
      result =
          rebuilder.rebuild(
              new BytesContent(archive),
              type,
              SanitizationPolicy.defaults(),
              Deadline.after(Duration.ofMinutes(1), MutableClock.atNoon()),
              members,
              sink);
    } catch (RefusedMemberException refused) {
      result = new Rebuilt.Refused(refused.reason());
    }
    assertThat(members.areAllClosed()).isTrue();
    return new ArchiveRun(result, sink.toByteArray(), members);
  }

  ReasonCode reason() {
    assertThat(result).isInstanceOf(Rebuilt.Refused.class);
    return ((Rebuilt.Refused) result).reason();
  }

  Map<Removal.Kind, Long> removed() {
    assertThat(result).isInstanceOf(Rebuilt.Done.class);
    return ((Rebuilt.Done) result)
        .verdict().removed().stream().collect(Collectors.toMap(Removal::kind, Removal::count));
  }

  List<String> texts() {
    return members.judged().stream().map(one -> new String(one, StandardCharsets.UTF_8)).toList();
  }
}
