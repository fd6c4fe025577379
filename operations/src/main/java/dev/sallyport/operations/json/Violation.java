package dev.sallyport.operations.json;

/**
 * One way in which a request breaks its declared shape. It never repeats a value; the names of
 * members that a client made up appear in the pointer, cut to {@link Findings#MAX_NAME} characters.
 *
 * @param in whether {@code place} is a JSON pointer into the body or the name of a parameter
 * @param place a pointer (<a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901</a>; empty for
 *     the whole body) or the name of a path, query or header parameter
 * @param code what is wrong, for programs: stable, snake case
 * @param detail what is wrong, for people
 */
public record Violation(In in, String place, String code, String detail) {
  /** Where the broken value stands. */
  public enum In {
    /** In the body; the problem's member is {@code pointer}. */
    BODY,
    /** In the path, the query or a header; the problem's member is {@code parameter}. */
    PARAMETER
  }

  /** Makes one about a place in the body. */
  public static Violation at(String pointer, String code, String detail) {
    return new Violation(In.BODY, pointer, code, detail);
  }

  /** Makes one about a parameter. */
  public static Violation ofParameter(String name, String code, String detail) {
    return new Violation(In.PARAMETER, name, code, detail);
  }
}
