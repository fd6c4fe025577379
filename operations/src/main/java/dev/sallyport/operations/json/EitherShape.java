package dev.sallyport.operations.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One of several shapes that begin differently, such as a text or an array of texts. */
public final class EitherShape extends Shape {
  private final List<Shape> shapes;

  /** One of these; the first that fits the value's first token reads it. */
  public EitherShape(List<Shape> shapes) {
    this.shapes = List.copyOf(shapes);
  }

  @Override
  boolean begins(JsonToken token) {
    return shapes.stream().anyMatch(shape -> shape.begins(token));
  }

  @Override
  String noun() {
    return shapes.stream().map(Shape::noun).collect(Collectors.joining(" or "));
  }

  @Override
  @Nullable Object read(JsonParser in, Findings findings) throws IOException {
    for (Shape shape : shapes) {
      if (shape.begins(in.currentToken())) {
        return shape.read(in, findings);
      }
    }
    throw new IllegalStateException("begins() was asked before");
  }

  @Override
  void writeMembers(JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("anyOf");
    for (Shape shape : shapes) {
      shape.writeSchema(out);
    }
    out.writeEndArray();
  }
}
