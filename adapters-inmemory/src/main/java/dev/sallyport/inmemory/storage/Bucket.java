package dev.sallyport.inmemory.storage;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The buckets that exist; nobody can make another. All of them keep versions. */
public enum Bucket {
  /** Behind the first door: what strangers sent, unreadable to everyone but the sanitizer. */
  QUARANTINE,
  /** Behind the second door: what the sanitizer made. */
  CLEAN,
  /** What is made to be shown to everybody, such as avatars. */
  ASSETS;

  /** Returns the bucket of this name, or nothing when there is none. */
  public static Optional<Bucket> named(String name) {
    return Arrays.stream(values()).filter(bucket -> bucket.bucketName().equals(name)).findFirst();
  }

  /** Returns the name as it stands in URLs and policies. */
  public String bucketName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
