package dev.sallyport.domain.report;

import java.util.regex.Pattern;

/**
 * What a tracker calls an issue, such as {@code GAME-17}: the key of a project, a hyphen and a
 * number.
 *
 * @param value the key
 */
public record IssueKey(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Z][A-Z0-9_]{1,79}-[1-9][0-9]{0,17}");

  /** Rejects any other form. */
  public IssueKey {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("no key of an issue");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
