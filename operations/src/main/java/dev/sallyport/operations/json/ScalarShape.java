package dev.sallyport.operations.json;

import org.jspecify.annotations.Nullable;

/** A shape without parts, which can also be read from the plain text of a parameter. */
public abstract sealed class ScalarShape extends Shape
    permits TextShape, UuidShape, WordShape, IntegerShape, NumberShape, BooleanShape {

  /**
   * Reads the text of a path segment, a query parameter or a header.
   *
   * @return what was read; something useless when the findings have grown
   */
  abstract @Nullable Object parse(String text, Findings findings);
}
