package dev.sallyport.domain.sanitization;

/**
 * Names the rules and code that gave a verdict; it changes with every change that can change a
 * verdict.
 *
 * @param value such as {@code 1}; at most 32 letters, digits, dots and hyphens
 */
public record SanitizerVersion(String value) {
  /** The rules of this build. */
  public static final SanitizerVersion CURRENT = new SanitizerVersion("2");

  /** Rejects an empty or oddly written version. */
  public SanitizerVersion {
    if (!value.matches("[A-Za-z0-9.-]{1,32}")) {
      throw new IllegalArgumentException("not a sanitizer version");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
