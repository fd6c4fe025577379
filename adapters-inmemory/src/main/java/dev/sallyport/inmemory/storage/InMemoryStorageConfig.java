package dev.sallyport.inmemory.storage;

import dev.sallyport.domain.shared.DataSize;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the embedded object store is reached and how much it may hold.
 *
 * @param publicUrl as clients reach this server: http or https, a host, no path, query, fragment or
 *     user; the buckets are below {@code /storage}
 * @param temporaryFolder where large objects are kept while the process lives, in a folder of its
 *     own that only its user can enter
 * @param memoryObjectLimit largest object that is kept in memory, at most 64 MiB
 * @param memoryBudget most bytes of all objects in memory; what does not fit goes to the folder
 * @param diskBudget most bytes of all objects in the folder
 * @param maxVersions most versions of all objects together, uploads under way included
 * @param lifecycle what goes when nobody deletes it
 */
public record InMemoryStorageConfig(
    URI publicUrl,
    Path temporaryFolder,
    DataSize memoryObjectLimit,
    DataSize memoryBudget,
    DataSize diskBudget,
    int maxVersions,
    List<LifecycleRule> lifecycle) {
  /** The only region there is: what clients assume that were told none. */
  public static final String REGION = "us-east-1";

  /** The path below which the buckets are, without a slash at its end. */
  public static final String PATH = "/storage";

  /** What a deployment may keep on disk that says nothing else: 40 GiB. */
  public static final DataSize DEFAULT_DISK_BUDGET = DataSize.ofMebibytes(40 * 1024);

  private static final DataSize LARGEST_IN_MEMORY = DataSize.ofMebibytes(64);

  /** Rejects an unusable address and limits out of range. */
  public InMemoryStorageConfig {
    lifecycle = List.copyOf(lifecycle);
    require(isOrigin(publicUrl), "publicUrl");
    require(!memoryObjectLimit.exceeds(LARGEST_IN_MEMORY), "memoryObjectLimit");
    require(maxVersions >= 1, "maxVersions");
  }

  /**
   * Returns the configuration of a deployment that says nothing else: objects up to 1 MiB in
   * memory, 128 MiB of them; 40 GiB on disk; 100,000 versions.
   */
  public static InMemoryStorageConfig defaults(URI publicUrl, Path temporaryFolder) {
    return new InMemoryStorageConfig(
        publicUrl,
        temporaryFolder,
        DataSize.ofMebibytes(1),
        DataSize.ofMebibytes(128),
        DEFAULT_DISK_BUDGET,
        100_000,
        LifecycleRule.defaults());
  }

  /** Returns the same with another budget on disk. */
  public InMemoryStorageConfig withDiskBudget(DataSize budget) {
    return new InMemoryStorageConfig(
        publicUrl,
        temporaryFolder,
        memoryObjectLimit,
        memoryBudget,
        budget,
        maxVersions,
        lifecycle);
  }

  /** Returns the address of a bucket, without a slash at its end. */
  public URI bucketUrl(Bucket bucket) {
    return publicUrl.resolve(PATH + '/' + bucket.bucketName());
  }

  private static boolean isOrigin(URI url) {
    return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
        && url.getHost() != null
        && url.getRawUserInfo() == null
        && (url.getRawPath().isEmpty() || url.getRawPath().equals("/"))
        && url.getRawQuery() == null
        && url.getRawFragment() == null;
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what + " is out of its range");
    }
  }
}
