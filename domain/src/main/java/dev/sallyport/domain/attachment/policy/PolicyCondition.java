package dev.sallyport.domain.attachment.policy;

/**
 * One sentence of a POST policy.
 *
 * <p>Field names are compared without case and keep the spelling they were given; values are
 * compared exactly. See <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html">POST
 * policy</a>.
 */
public sealed interface PolicyCondition {
  /**
   * The field has exactly this value. The field {@code bucket} means the bucket that the form is
   * posted to.
   */
  record Exact(String field, String value) implements PolicyCondition {
    public Exact {
      requireName(field);
    }
  }

  /** The field is there and starts with this prefix; the empty prefix lets any value pass. */
  record StartsWith(String field, String prefix) implements PolicyCondition {
    public StartsWith {
      requireName(field);
    }
  }

  /** The file has {@code min} to {@code max} bytes, both included, {@code 0 <= min <= max}. */
  record ContentLengthRange(long min, long max) implements PolicyCondition {
    public ContentLengthRange {
      if (min < 0 || max < min) {
        throw new IllegalArgumentException("content length range must be 0 <= min <= max");
      }
    }
  }

  private static void requireName(String field) {
    if (field.isEmpty()) {
      throw new IllegalArgumentException("a condition needs the name of a field");
    }
  }
}
