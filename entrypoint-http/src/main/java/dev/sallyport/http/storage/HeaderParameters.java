package dev.sallyport.http.storage;

import dev.sallyport.domain.attachment.policy.S3Error;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A header value of the form {@code value; name=token; name="quoted"}, read strictly: no parameter
 * twice, nothing left over.
 *
 * <p>In a quoted string a backslash escapes only a quote and a backslash: browsers send paths of
 * Windows with single ones, and write a quote as {@code %22} (<a
 * href="https://www.rfc-editor.org/rfc/rfc7578#section-4.2">RFC 7578, section 4.2</a>).
 *
 * @param value what stands before the first semicolon, lower case
 * @param parameters by lower-case name
 */
record HeaderParameters(String value, Map<String, String> parameters) {
  HeaderParameters {
    parameters = Map.copyOf(parameters);
  }

  /** Reads a value; anything that does not fit is {@code MalformedPOSTRequest}. */
  static HeaderParameters parse(String text) {
    return new Parser(text).parse();
  }

  private static final class Parser {
    private static final String SEPARATORS = "()<>@,;:\\\"/[]?={} \t";

    private final String text;
    private int at;

    Parser(String text) {
      this.text = text;
    }

    HeaderParameters parse() {
      int semicolon = text.indexOf(';');
      at = semicolon < 0 ? text.length() : semicolon;
      String value = text.substring(0, at).strip().toLowerCase(Locale.ROOT);
      Map<String, String> parameters = new LinkedHashMap<>();
      skipBlanks();
      while (at < text.length()) {
        expect(';');
        skipBlanks();
        if (at == text.length()) {
          break;
        }
        String name = token().toLowerCase(Locale.ROOT);
        expect('=');
        String parameter = at < text.length() && text.charAt(at) == '"' ? quoted() : token();
        if (parameters.putIfAbsent(name, parameter) != null) {
          throw malformed();
        }
        skipBlanks();
      }
      return new HeaderParameters(value, parameters);
    }

    private String token() {
      int start = at;
      while (at < text.length() && isToken(text.charAt(at))) {
        at++;
      }
      if (at == start) {
        throw malformed();
      }
      return text.substring(start, at);
    }

    private String quoted() {
      expect('"');
      StringBuilder unquoted = new StringBuilder();
      while (at < text.length() && text.charAt(at) != '"') {
        if (text.charAt(at) == '\\' && at + 1 < text.length() && isEscaped(text.charAt(at + 1))) {
          at++;
        }
        unquoted.append(text.charAt(at++));
      }
      expect('"');
      return unquoted.toString();
    }

    private void expect(char c) {
      if (at >= text.length() || text.charAt(at) != c) {
        throw malformed();
      }
      at++;
    }

    private void skipBlanks() {
      while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
        at++;
      }
    }

    private static boolean isEscaped(char c) {
      return c == '"' || c == '\\';
    }

    private static boolean isToken(char c) {
      return c > ' ' && c < 0x7f && SEPARATORS.indexOf(c) < 0;
    }

    private static S3Refusal malformed() {
      return new S3Refusal(S3Error.MALFORMED_POST);
    }
  }
}
