package dev.sallyport.benchmarks.redact;

import java.util.List;

/**
 * What the product looks for, as far as expressions can say it that both java.util.regex and
 * ripgrep understand: no looking behind, no back references, ASCII only.
 */
final class Patterns {
  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|[01]?[0-9]?[0-9])";

  /** One for each sort, in the order in which they are tried. */
  static final List<String> ALL =
      List.of(
          "(?i:\\b(?:bearer|basic)[ \\t]{1,4}[0-9a-z._~+/=-]{8,})",
          "(?i:authorization['\"]?[ \\t]*[:=][ \\t]*[^\\r\\n]+)",
          "(?i:cookie['\"]?[ \\t]*[:=][ \\t]*[^\\r\\n]+)",
          "(?i:[?&;][0-9a-z_.-]*(?:token|key|signature|sig|secret|password|code|session)="
              + "[^ \\t\\r\\n\"'&<>#]+)",
          "(?i:(?:password|passwd|secret|api_?key|access_?key|token)['\"]?[ \\t]*[:=][ \\t]*['\"]?"
              + "[^ \\t\\r\\n\"',;&]+)",
          "\\b(?:AKIA|ASIA)[0-9A-Z]{16,}",
          "\\b(?:gh[pousr]_[0-9a-zA-Z]{30,}|xox[abeprs]-[0-9a-zA-Z-]{10,}"
              + "|[sr]k_(?:live|test)_[0-9a-zA-Z]{10,}|AIza[0-9a-zA-Z_-]{35,}"
              + "|glpat-[0-9a-zA-Z_-]{20,}|npm_[0-9a-zA-Z]{36,}|sk-[0-9a-zA-Z_-]{32,})",
          "\\beyJ[0-9a-zA-Z_-]{10,}\\.[0-9a-zA-Z_-][0-9a-zA-Z_.-]*",
          "-----BEGIN [0-9A-Z ]*PRIVATE KEY[0-9A-Z ]*-----",
          "(?:/home/|/Users/|(?i:\\\\users\\\\{1,2}))[^/\\\\ \\t\\r\\n\"'`:;,<>|()\\[\\]{}?#&=*]+",
          "[0-9a-zA-Z_][0-9a-zA-Z._%+-]{0,63}(?:@|%40)[0-9a-zA-Z.-]+\\.[a-zA-Z]{2,}",
          "\\b" + OCTET + "(?:\\." + OCTET + "){3}\\b",
          "(?i:\\b(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}\\b"
              + "|(?:[0-9a-f]{1,4}:){1,6}:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4}\\b)");

  private Patterns() {}
}
