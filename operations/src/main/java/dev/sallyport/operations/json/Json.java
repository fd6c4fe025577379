package dev.sallyport.operations.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The one JSON factory of the product, with its bounds, and writing into memory. */
public final class Json {
  /** Deepest nesting that is read; the deepest request has 6. */
  static final int MAX_DEPTH = 16;

  /** Longest text that is read, in characters. */
  static final int MAX_TEXT = 64 * 1024;

  /** Longest member name that is read, in characters. */
  static final int MAX_NAME = 1024;

  /** Longest number that is read, in characters. */
  static final int MAX_NUMBER = 64;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_TEXT)
                  .maxNameLength(MAX_NAME)
                  .maxNumberLength(MAX_NUMBER)
                  .build())
          .recyclerPool(JsonRecyclerPools.newConcurrentDequePool())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private Json() {}

  /** Writes one JSON value. */
  @FunctionalInterface
  public interface Writer {
    /** Writes it whole. */
    void write(JsonGenerator out) throws IOException;
  }

  /** Returns what the writer writes, in UTF-8. */
  public static byte[] write(Writer writer) {
    BufferRecycler recycler = FACTORY._getBufferRecycler();
    try (ByteArrayBuilder bytes = new ByteArrayBuilder(recycler)) {
      try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
        writer.write(out);
      }
      return bytes.getClearAndRelease();
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory cannot fail to be written", e);
    } finally {
      recycler.releaseToPool();
    }
  }
}
