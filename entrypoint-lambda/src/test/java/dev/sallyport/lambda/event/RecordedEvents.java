package dev.sallyport.lambda.event;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Events in the shapes that AWS sends, with invented data, and texts as events. */
public final class RecordedEvents {
  private RecordedEvents() {}

  /** Returns the text of an event. */
  public static String text(String name) {
    try (InputStream in = RecordedEvents.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no event is recorded as " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a text as a function is handed it. */
  public static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
