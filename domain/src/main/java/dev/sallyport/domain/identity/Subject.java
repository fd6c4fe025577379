package dev.sallyport.domain.identity;

import java.util.regex.Pattern;

/**
 * Names a user for good: the {@code sub} claim of the token, which outlives a change of user name.
 *
 * @param value 1 to 128 characters of letters, digits, {@code . _ : -}
 */
public record Subject(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{1,128}");

  /** Rejects an empty, over-long or oddly written subject. */
  public Subject {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not a subject");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
