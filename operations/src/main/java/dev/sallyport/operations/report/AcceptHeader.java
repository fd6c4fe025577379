package dev.sallyport.operations.report;

import java.util.Locale;

/**
 * Reads what an {@code Accept} field prefers (<a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">RFC 9110, 12.5.1</a>). What makes no
 * sense counts for nothing.
 */
final class AcceptHeader {
  private AcceptHeader() {}

  /** Tells whether a PNG is wanted more than JSON; whoever wants both as much gets JSON. */
  static boolean prefersPng(String accept) {
    return quality(accept, "image", "png") > quality(accept, "application", "json");
  }

  /** The most specific range that fits decides. */
  private static double quality(String accept, String type, String subtype) {
    double quality = 0;
    int specificity = -1;
    for (String range : accept.toLowerCase(Locale.ROOT).split(",", -1)) {
      String[] parts = range.split(";", -1);
      String name = parts[0].strip();
      int fits =
          name.equals(type + "/" + subtype)
              ? 2
              : name.equals(type + "/*") ? 1 : name.equals("*/*") ? 0 : -1;
      if (fits > specificity) {
        specificity = fits;
        quality = weight(parts);
      }
    }
    return quality;
  }

  private static double weight(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      String parameter = parts[i].strip();
      if (parameter.matches("q=(0(\\.\\d{0,3})?|1(\\.0{0,3})?)")) {
        return Double.parseDouble(parameter.substring(2));
      }
    }
    return 1;
  }
}
