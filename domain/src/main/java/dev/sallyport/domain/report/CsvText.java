package dev.sallyport.domain.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes records of CSV as <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a> has them,
 * every cell in quotes.
 *
 * <p>A text of a stranger is never a formula: what begins as one for some spreadsheet gets an
 * apostrophe before it (<a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV
 * injection</a>), full-width forms included, because some take these for the others.
 */
public final class CsvText {
  private static final String BEGINS_FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private CsvText() {}

  /** Returns one record with its line break. */
  public static String row(List<String> cells) {
    return cells.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** Returns a stranger's text with an apostrophe before it, if it could be taken for a formula. */
  public static String harmless(String text) {
    return !text.isEmpty() && BEGINS_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  private static String cell(String text) {
    return '"' + text.replace("\"", "\"\"") + '"';
  }
}
