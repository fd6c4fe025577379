package dev.sallyport.operations;

import dev.sallyport.operations.json.TextShape;
import java.util.OptionalLong;

/**
 * Versions as HTTP writes them: a strong entity tag (<a
 * href="https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3">RFC 9110, section 8.8.3</a>) with the
 * version number in it.
 */
public final class EntityTag {
  private static final String IF_MATCH = "If-Match";
  private static final TextShape TAG =
      TextShape.of("\"[0-9]{1,18}\"", 20, "one entity tag as it was answered, such as \"3\"");

  private EntityTag() {}

  /** The header in which a change names the version that it was made from. */
  public static Parameter ifMatch(boolean required) {
    return new Parameter(
        Parameter.In.HEADER,
        IF_MATCH,
        TAG,
        required,
        "The entity tag of the version that the change was made from.");
  }

  /** Returns the version that a call was made from, if it names one. */
  public static OptionalLong expected(Call call) {
    return call.findParameter(IF_MATCH, String.class).stream()
        .mapToLong(tag -> Long.parseLong(tag.substring(1, tag.length() - 1)))
        .findFirst();
  }

  /** Adds the entity tag of a version to an answer. */
  public static Answer tag(Answer answer, long version) {
    return answer.header("ETag", '"' + Long.toString(version) + '"');
  }

  /** Refuses a change that was not made from the current version. */
  public static Answer stale(long current) {
    return tag(
        Answer.refuse(Problem.of(ErrorCode.STALE_VERSION).with("version", current)), current);
  }
}
