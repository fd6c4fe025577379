package dev.sallyport.operations.fake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.VersionId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A store in which nothing is, and which remembers what was deleted. */
public final class FakeStore implements AttachmentStore {
  public final List<String> deleted = new ArrayList<>();
  public final Map<String, String> written = new HashMap<>();

  @Override
  public Optional<StoredVersion> findQuarantined(ObjectKey key) {
    return Optional.empty();
  }

  @Override
  public Optional<QuarantinedObject> openQuarantined(ObjectKey key, VersionId version) {
    return Optional.empty();
  }

  @Override
  public List<VersionId> quarantinedVersions(ObjectKey key, int limit) {
    return List.of();
  }

  @Override
  public void deleteQuarantined(ObjectKey key, VersionId version) {
    deleted.add(key + "@" + version);
  }

  @Override
  public void writeClean(Judgement.Output output, ByteSource bytes) {
    assertThat(output.size()).isEqualTo(bytes.size());
    assertThat(output.sha256()).isEqualTo(bytes.sha256());
    try (InputStream in = bytes.open()) {
      written.put(output.key().value(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void deleteClean(ObjectKey key) {
    throw new AssertionError("no operation deletes clean bytes by itself");
  }
}
