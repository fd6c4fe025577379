package dev.sallyport.domain.attachment.policy;

import java.util.HexFormat;

/** Writes policies as compact JSON, and single conditions as S3 quotes them in its messages. */
final class PolicyWriter {
  private static final int USUAL_SIZE = 1024;
  private static final HexFormat HEX = HexFormat.of();

  private PolicyWriter() {}

  static String write(PostPolicy policy) {
    StringBuilder json = new StringBuilder(USUAL_SIZE);
    json.append("{\"expiration\":\"");
    AmzDate.appendPolicyForm(json, policy.expiration());
    json.append("\",\"conditions\":[");
    char separator = 0;
    for (PolicyCondition condition : policy.conditions()) {
      if (separator != 0) {
        json.append(separator);
      }
      separator = ',';
      appendCondition(json, condition);
    }
    return json.append("]}").toString();
  }

  private static void appendCondition(StringBuilder json, PolicyCondition condition) {
    switch (condition) {
      case PolicyCondition.Exact(String field, String value) -> {
        appendEscaped(json.append("{\""), field);
        appendEscaped(json.append("\":\""), value);
        json.append("\"}");
      }
      case PolicyCondition.StartsWith(String field, String prefix) -> {
        appendEscaped(json.append("[\"starts-with\",\"$"), field);
        appendEscaped(json.append("\",\""), prefix);
        json.append("\"]");
      }
      case PolicyCondition.ContentLengthRange(long min, long max) ->
          json.append("[\"content-length-range\",").append(min).append(',').append(max).append(']');
    }
  }

  /**
   * As S3 names a condition that failed: {@code ["eq", "$key", "x"]}, simple conditions included.
   */
  static String quote(PolicyCondition condition) {
    StringBuilder text = new StringBuilder();
    switch (condition) {
      case PolicyCondition.Exact(String field, String value) -> {
        appendEscaped(text.append("[\"eq\", \"$"), field);
        appendEscaped(text.append("\", \""), value);
        text.append('"');
      }
      case PolicyCondition.StartsWith(String field, String prefix) -> {
        appendEscaped(text.append("[\"starts-with\", \"$"), field);
        appendEscaped(text.append("\", \""), prefix);
        text.append('"');
      }
      case PolicyCondition.ContentLengthRange(long min, long max) ->
          text.append("[\"content-length-range\", ").append(min).append(", ").append(max);
    }
    return text.append(']').toString();
  }

  private static void appendEscaped(StringBuilder json, String text) {
    if (isPlain(text)) {
      json.append(text);
      return;
    }
    int plainFrom = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c != '"' && c != '\\' && !Character.isSurrogate(c)) {
        continue;
      }
      if (Character.isSurrogate(c)) {
        if (Character.isLowSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          throw new IllegalArgumentException(
              "text has half of a surrogate pair, which UTF-8 cannot carry");
        }
        i++;
        continue;
      }
      json.append(text, plainFrom, i);
      plainFrom = i + 1;
      if (c < ' ') {
        json.append("\\u").append(HEX.toHexDigits(c));
      } else {
        json.append('\\').append(c);
      }
    }
    json.append(text, plainFrom, text.length());
  }

  /** Almost every text is; what is not may still need no escape. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~' || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }
}
