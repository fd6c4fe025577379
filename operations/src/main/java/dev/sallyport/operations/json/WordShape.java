package dev.sallyport.operations.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** One of a few given words; read as what the word stands for. */
public final class WordShape extends ScalarShape {
  private final SequencedMap<String, Object> meanings;

  private WordShape(SequencedMap<String, Object> meanings) {
    this.meanings = Collections.unmodifiableSequencedMap(meanings);
  }

  /** The names of an enum's constants; read as the constant. */
  public static <E extends Enum<E>> WordShape of(Class<E> type) {
    SequencedMap<String, Object> meanings = new LinkedHashMap<>();
    for (E constant : type.getEnumConstants()) {
      meanings.put(constant.name(), constant);
    }
    return new WordShape(meanings);
  }

  /** These words; each read as itself. */
  public static WordShape of(Iterable<String> words) {
    SequencedMap<String, Object> meanings = new LinkedHashMap<>();
    words.forEach(word -> meanings.put(word, word));
    return new WordShape(meanings);
  }

  @Override
  boolean begins(JsonToken token) {
    return token == JsonToken.VALUE_STRING;
  }

  @Override
  String noun() {
    return "a text";
  }

  @Override
  @Nullable Object read(JsonParser in, Findings findings) throws IOException {
    return parse(in.getText(), findings);
  }

  @Override
  @Nullable Object parse(String text, Findings findings) {
    Object meaning = meanings.get(text);
    if (meaning == null) {
      findings.add("not_allowed", "must be one of " + String.join(", ", meanings.keySet()));
    }
    return meaning;
  }

  @Override
  void writeMembers(JsonGenerator out) throws IOException {
    out.writeStringField("type", "string");
    out.writeArrayFieldStart("enum");
    for (String word : meanings.keySet()) {
      out.writeString(word);
    }
    out.writeEndArray();
  }
}
