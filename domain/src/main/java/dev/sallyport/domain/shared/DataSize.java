package dev.sallyport.domain.shared;

/**
 * A number of bytes, zero or more.
 *
 * @param bytes how many
 */
public record DataSize(long bytes) implements Comparable<DataSize> {
  /** No bytes at all. */
  public static final DataSize ZERO = new DataSize(0);

  /** Rejects a negative size. */
  public DataSize {
    if (bytes < 0) {
      throw new IllegalArgumentException("a size is not negative");
    }
  }

  /** Returns a size of so many bytes. */
  public static DataSize ofBytes(long bytes) {
    return new DataSize(bytes);
  }

  /** Returns a size of so many kibibytes (1,024 bytes). */
  public static DataSize ofKibibytes(long count) {
    return new DataSize(Math.multiplyExact(count, 1024L));
  }

  /** Returns a size of so many mebibytes (1,048,576 bytes). */
  public static DataSize ofMebibytes(long count) {
    return new DataSize(Math.multiplyExact(count, 1024L * 1024));
  }

  /** Returns the sum; overflow is an {@link ArithmeticException}, never a wrapped number. */
  public DataSize plus(DataSize other) {
    return new DataSize(Math.addExact(bytes, other.bytes));
  }

  /** Tells whether this size is over the given one. */
  public boolean exceeds(DataSize limit) {
    return bytes > limit.bytes;
  }

  @Override
  public int compareTo(DataSize other) {
    return Long.compare(bytes, other.bytes);
  }

  @Override
  public String toString() {
    return bytes + " B";
  }
}
