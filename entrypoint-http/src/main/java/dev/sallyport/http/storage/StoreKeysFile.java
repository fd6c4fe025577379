package dev.sallyport.http.storage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.domain.attachment.policy.SigningCredentials;
import dev.sallyport.inmemory.storage.Bucket;
import dev.sallyport.inmemory.storage.InMemoryStorageConfig;
import dev.sallyport.inmemory.storage.StorageIdentity;
import dev.sallyport.inmemory.storage.StorageKeys;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Hands keys of the running store to S3 tools: those of the uploader and the reader, never those of
 * the sanitizer. They end with the process.
 *
 * <p>{@code {"endpoint": "http://127.0.0.1:8080/storage", "region": "us-east-1", "buckets":
 * ["quarantine", "clean", "assets"], "uploader": {"accessKeyId": "...", "secretAccessKey": "..."},
 * "reader": {...}}}
 */
public final class StoreKeysFile {
  private StoreKeysFile() {}

  /**
   * Writes the file, mode 0600, in place of one that is there; nobody ever sees half of it.
   *
   * @throws IOException when its folder cannot be written to
   */
  public static void write(Path file, InMemoryStorageConfig config, StorageKeys keys)
      throws IOException {
    // The JDK makes temporary files 0600 wherever there are modes; a move keeps it.
    Path whole = file.toAbsolutePath();
    Path fresh = Files.createTempFile(whole.resolveSibling(""), "store-keys-", ".json");
    try {
      try (OutputStream out = Files.newOutputStream(fresh);
          JsonGenerator json = new JsonFactory().createGenerator(out)) {
        write(json, config, keys);
      }
      Files.move(fresh, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void write(JsonGenerator json, InMemoryStorageConfig config, StorageKeys keys)
      throws IOException {
    json.useDefaultPrettyPrinter();
    json.writeStartObject();
    json.writeStringField(
        "endpoint", config.publicUrl().resolve(InMemoryStorageConfig.PATH).toString());
    json.writeStringField("region", InMemoryStorageConfig.REGION);
    json.writeArrayFieldStart("buckets");
    for (Bucket bucket : Bucket.values()) {
      json.writeString(bucket.bucketName());
    }
    json.writeEndArray();
    writeKey(json, "uploader", keys.of(StorageIdentity.UPLOADER));
    writeKey(json, "reader", keys.of(StorageIdentity.READER));
    json.writeEndObject();
  }

  private static void writeKey(JsonGenerator json, String name, SigningCredentials key)
      throws IOException {
    json.writeObjectFieldStart(name);
    json.writeStringField("accessKeyId", key.accessKeyId());
    json.writeStringField("secretAccessKey", key.secretAccessKey());
    json.writeEndObject();
  }
}
