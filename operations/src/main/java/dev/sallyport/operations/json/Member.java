package dev.sallyport.operations.json;

/**
 * One named part of an object.
 *
 * @param name as it stands in the text
 * @param shape what its value has to be
 * @param required whether it must be there
 * @param nullable whether its value may be null instead
 * @param description one sentence for the document; may be empty
 */
public record Member(
    String name, Shape shape, boolean required, boolean nullable, String description) {
  /** One that must be there. */
  public static Member required(String name, Shape shape) {
    return new Member(name, shape, true, false, "");
  }

  /** One that may be left out but is never null. */
  public static Member optional(String name, Shape shape) {
    return new Member(name, shape, false, false, "");
  }

  /** One that may be left out or be null, which mean different things. */
  public static Member nullable(String name, Shape shape) {
    return new Member(name, shape, false, true, "");
  }

  /** The same with a sentence that explains it. */
  public Member says(String sentence) {
    return new Member(name, shape, required, nullable, sentence);
  }

  Member relaxed() {
    return new Member(name, shape, false, nullable, description);
  }
}
