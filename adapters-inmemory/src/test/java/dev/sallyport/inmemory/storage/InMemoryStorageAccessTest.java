package dev.sallyport.inmemory.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.attachment.port.StorageAccess;
import dev.sallyport.contract.attachment.StorageAccessContract;
import dev.sallyport.contract.fixtures.SequentialIds;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InMemoryStorageAccessTest implements StorageAccessContract {
  private final StorageKeys keys = StorageKeys.generate(new SequentialIds());
  private final StorageAccess access =
      new InMemoryStorageAccess(StoreFixture.config(Path.of("/tmp")), keys);

  @Override
  public StorageAccess access() {
    return access;
  }

  @Test
  void bucketsAreBelowStorageOfThePublicUrl() {
    assertThat(access.uploads().url())
        .isEqualTo(URI.create("http://127.0.0.1:8080/storage/quarantine"));
    assertThat(access.downloads().url())
        .isEqualTo(URI.create("http://127.0.0.1:8080/storage/clean"));
  }

  @Test
  void formsAreSignedByUploaderAndUrlsByReader() {
    assertThat(keys.identity(access.uploads().credentials().accessKeyId()))
        .contains(StorageIdentity.UPLOADER);
    assertThat(keys.identity(access.downloads().credentials().accessKeyId()))
        .contains(StorageIdentity.READER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://host",
        "http:///path",
        "http://user@host",
        "http://host/base",
        "http://host?query",
        "http://host#fragment",
        "mailto:somebody"
      })
  void configurationRefusesPublicUrlThatIsNoOrigin(String url) {
    assertThatThrownBy(() -> InMemoryStorageConfig.defaults(URI.create(url), Path.of("/tmp")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("publicUrl");
  }
}
