package dev.sallyport.domain.sanitization;

import dev.sallyport.domain.shared.DataSize;

/**
 * How far an archive may unfold, all archives in it included. Sizes that an archive declares count
 * for nothing; bytes are counted as they come out.
 *
 * @param maxMembers most members, 1 to 1,000,000
 * @param maxBytes most bytes that all members may have together
 * @param maxRatio most bytes that may come out for each byte of the archive that was sent, 1 to
 *     1,032 (which is as far as <a href="https://zlib.net/zlib_tech.html">deflate</a> goes); the
 *     first {@value #FREE_MEBIBYTES} MiB do not count, because short repetitive logs are packed so
 *     well
 * @param maxDepth most archives within one another, 1 to 16; a gzip around a tar is two
 */
public record ArchiveLimits(int maxMembers, DataSize maxBytes, int maxRatio, int maxDepth) {
  private static final int FREE_MEBIBYTES = 16;

  /** Largest {@code maxMembers}. */
  public static final int MOST_MEMBERS = 1_000_000;

  /** Largest {@code maxRatio}. */
  public static final int MOST_RATIO = 1_032;

  /** Largest {@code maxDepth}. */
  public static final int MOST_DEPTH = 16;

  /** Rejects limits that would accept nothing or never end. */
  public ArchiveLimits {
    require(maxMembers >= 1 && maxMembers <= MOST_MEMBERS, "maxMembers");
    require(maxBytes.bytes() >= 1, "maxBytes");
    require(maxRatio >= 1 && maxRatio <= MOST_RATIO, "maxRatio");
    require(maxDepth >= 1 && maxDepth <= MOST_DEPTH, "maxDepth");
  }

  /** Returns 1,000 members, 400 MiB, a hundredfold, three deep. */
  public static ArchiveLimits defaults() {
    return new ArchiveLimits(1_000, DataSize.ofMebibytes(400), 100, 3);
  }

  /** Returns how many bytes may come out of an archive of this size. */
  public DataSize room(DataSize archive) {
    long free = DataSize.ofMebibytes(FREE_MEBIBYTES).bytes();
    long grown = archive.bytes() > maxBytes.bytes() ? maxBytes.bytes() : archive.bytes() * maxRatio;
    return DataSize.ofBytes(Math.min(maxBytes.bytes(), Math.max(free, grown)));
  }

  private static void require(boolean holds, String name) {
    if (!holds) {
      throw new IllegalArgumentException(name + " is out of its range");
    }
  }
}
