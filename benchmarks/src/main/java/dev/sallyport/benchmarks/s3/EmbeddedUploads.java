package dev.sallyport.benchmarks.s3;

import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.inmemory.storage.Bucket;
import dev.sallyport.inmemory.storage.InMemoryObjectStore;
import dev.sallyport.inmemory.storage.ObjectUpload;
import dev.sallyport.inmemory.storage.ObjectVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Puts files into the embedded store piece by piece, as its server does with what is posted. */
final class EmbeddedUploads {
  private static final int BUFFER = 64 * 1024;

  private final InMemoryObjectStore objects;

  EmbeddedUploads(InMemoryObjectStore objects) {
    this.objects = objects;
  }

  /** Stores a file; the store tells the queue of it. */
  void store(ObjectKey key, String type, Path file) throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file);
        ObjectUpload upload = objects.begin(Bucket.QUARANTINE, key.value())) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        upload.write(buffer, 0, n);
      }
      upload.commit(new ObjectVersion.Attributes(type, true));
    }
  }
}
