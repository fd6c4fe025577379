package dev.sallyport.domain.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text with places for what a report says: {@code [attribute]} stands for its value, {@code [[}
 * for a bracket. What a report says is never read as a template itself.
 *
 * @param text as the team wrote it, at most {@link #MAX_TEXT} UTF-16 units
 */
public record IssueTemplate(String text) {
  /** Most UTF-16 units. */
  public static final int MAX_TEXT = 4000;

  /** What stands where a text was cut. */
  private static final String CUT = "\u2026";

  /** Rejects what is too long, or has a place that is not closed or names no attribute. */
  public IssueTemplate {
    Optional<String> fault = fault(text);
    if (fault.isPresent()) {
      throw new IllegalArgumentException(fault.get());
    }
  }

  /**
   * Returns what is wrong with a text as a template, without quoting it; nothing when it is one.
   */
  public static Optional<String> fault(String text) {
    if (text.length() > MAX_TEXT) {
      return Optional.of("has more than " + MAX_TEXT + " characters");
    }
    try {
      parts(text);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of("has a bracket that is neither [attribute] nor [[");
    }
  }

  /** Returns the text for a report: any lines, without other control characters. */
  public String fill(Report report, int maxChars) {
    return filled(report, maxChars, false);
  }

  /** Returns the text for a report on one line. */
  public String fillLine(Report report, int maxChars) {
    return filled(report, maxChars, true);
  }

  private String filled(Report report, int maxChars, boolean oneLine) {
    StringBuilder filled = new StringBuilder();
    for (Part part : parts(text)) {
      filled.append(
          switch (part) {
            case Part.Words(String words) -> words;
            case Part.Place(ReportAttribute attribute) -> attribute.of(report);
          });
    }
    return cut(presentable(filled, oneLine), maxChars);
  }

  private static String presentable(CharSequence text, boolean oneLine) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().map(c -> isOdd(c, oneLine) ? ' ' : c).forEach(clean::appendCodePoint);
    return clean.toString().strip();
  }

  private static boolean isOdd(int c, boolean oneLine) {
    boolean isBreak = c == '\n' || c == '\t';
    boolean isSeparator = c == '\u2028' || c == '\u2029';
    return (Character.isISOControl(c) && (oneLine || !isBreak)) || (oneLine && isSeparator);
  }

  private static String cut(String text, int maxChars) {
    if (text.length() <= maxChars) {
      return text;
    }
    int end = maxChars - CUT.length();
    // No half of a character stays behind.
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + CUT;
  }

  private sealed interface Part {
    record Words(String words) implements Part {}

    record Place(ReportAttribute attribute) implements Part {}
  }

  private static List<Part> parts(String text) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (int open = text.indexOf('['); open >= 0; open = text.indexOf('[', from)) {
      parts.add(new Part.Words(text.substring(from, open)));
      if (text.startsWith("[[", open)) {
        parts.add(new Part.Words("["));
        from = open + 2;
      } else {
        int close = text.indexOf(']', open);
        if (close < 0) {
          throw new IllegalArgumentException("a bracket is not closed");
        }
        parts.add(new Part.Place(new ReportAttribute(text.substring(open + 1, close))));
        from = close + 1;
      }
    }
    parts.add(new Part.Words(text.substring(from)));
    return parts;
  }
}
