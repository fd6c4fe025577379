package dev.sallyport.http.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.contract.fixtures.SequentialIds;
import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import dev.sallyport.inmemory.storage.StorageIdentity;
import dev.sallyport.inmemory.storage.StorageKeys;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreKeysFileTest {
  @TempDir Path folder;
  private final StorageKeys keys = StorageKeys.generate(new SequentialIds());

  @Test
  void fileHoldsKeysOfUploaderAndReaderOnlyForItsOwner() throws IOException {
    InMemoryStorageConfig config =
        InMemoryStorageConfig.defaults(URI.create("http://127.0.0.1:8080"), folder);
    Path file = folder.resolve("keys.json");
    Files.writeString(file, "an older one, readable by everybody");

    StoreKeysFile.write(file, config, keys);

    assertThat(Files.readString(file))
        .contains("\"http://127.0.0.1:8080/storage\"")
        .contains(keys.of(StorageIdentity.UPLOADER).secretAccessKey())
        .contains(keys.of(StorageIdentity.READER).secretAccessKey())
        .doesNotContain(keys.of(StorageIdentity.SANITIZER).secretAccessKey());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
