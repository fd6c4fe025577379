package dev.sallyport.domain.report;

import java.util.regex.Pattern;

/**
 * The key of a project in a tracker, such as {@code GAME}.
 *
 * @param key 2 to 80 upper-case letters, digits and underscores; a letter first
 */
public record TrackerProject(String key) {
  /** The form of a key, as a pattern that other languages read alike. */
  public static final String FORM = "[A-Z][A-Z0-9_]{1,79}";

  private static final Pattern PATTERN = Pattern.compile(FORM);

  /** Rejects any other form. */
  public TrackerProject {
    if (!PATTERN.matcher(key).matches()) {
      throw new IllegalArgumentException("no key of a project");
    }
  }

  @Override
  public String toString() {
    return key;
  }
}
