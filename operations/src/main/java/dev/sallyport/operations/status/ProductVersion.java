package dev.sallyport.operations.status;

/**
 * Names the build that answers.
 *
 * @param value such as {@code 0.1.0}; 1 to 64 characters
 */
public record ProductVersion(String value) {
  /** Rejects an empty or over-long version. */
  public ProductVersion {
    if (value.isBlank() || value.length() > 64) {
      throw new IllegalArgumentException("a version has 1 to 64 characters");
    }
  }
}
