package dev.sallyport.operations;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A path with named holes, such as {@code /service/reports/{id}}: each hole takes one whole,
 * non-empty segment.
 *
 * @param text as it stands in documents
 */
public record PathTemplate(String text) {
  private static final Pattern FORM = Pattern.compile("/|(?:/(?:[A-Za-z0-9._-]+|\\{[A-Za-z]+}))+");

  /** Rejects anything but literal segments and holes. */
  public PathTemplate {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not a path template");
    }
  }

  /** Returns the segments in order, holes among them. */
  List<String> segments() {
    return List.of(text.substring(1).split("/", -1));
  }

  /** Returns the names of the holes in order. */
  List<String> names() {
    return segments().stream().flatMap(segment -> nameOf(segment).stream()).toList();
  }

  /** Returns the name of the hole that this segment is, when it is one. */
  static Optional<String> nameOf(String segment) {
    return segment.startsWith("{")
        ? Optional.of(segment.substring(1, segment.length() - 1))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return text;
  }
}
