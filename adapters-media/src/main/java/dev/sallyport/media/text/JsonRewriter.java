package dev.sallyport.media.text;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.RemovalTally;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Writes one JSON value anew, token by token; strings and names pass the same stages as text. */
final class JsonRewriter {
  private final JsonInput input;
  private final JsonParser parser;
  private final JsonGenerator generator;
  private final RemovalTally removed;
  private final int maxDepth;
  private final boolean redact;
  private final ByteArrayOutputStream cleaned = new ByteArrayOutputStream();
  private final TextStage stages;
  private SecretName.@Nullable Entry secret;
  private int depth;

  JsonRewriter(
      JsonInput input,
      JsonParser parser,
      JsonGenerator generator,
      RemovalTally removed,
      int maxDepth,
      boolean redact) {
    this.input = input;
    this.parser = parser;
    this.generator = generator;
    this.removed = removed;
    this.maxDepth = maxDepth;
    this.redact = redact;
    stages = TextCleaner.before(new SinkStage(cleaned), removed, true, redact);
  }

  /** Rewrites the value and proves that nothing follows it. */
  void rewrite() throws IOException {
    do {
      write(next());
    } while (depth > 0);
    requireEnd();
    generator.flush();
  }

  private void requireEnd() throws IOException {
    boolean more;
    try {
      more = parser.nextToken() != null;
    } catch (JsonProcessingException e) {
      throw new UnfitContentException(ReasonCode.TRAILING_DATA, e);
    }
    if (more) {
      throw new UnfitContentException(ReasonCode.TRAILING_DATA);
    }
  }

  private JsonToken next() throws IOException {
    try {
      JsonToken token = parser.nextToken();
      if (token == null) {
        throw new UnfitContentException(ReasonCode.TRUNCATED);
      }
      return token;
    } catch (JsonProcessingException e) {
      throw unfit(e);
    }
  }

  private UnfitContentException unfit(JsonProcessingException broken) {
    ReasonCode reason =
        broken instanceof StreamConstraintsException
            ? ReasonCode.EXPANSION_LIMIT
            : input.hasEnded() ? ReasonCode.TRUNCATED : ReasonCode.MALFORMED;
    return new UnfitContentException(reason, broken);
  }

  private void write(JsonToken token) throws IOException {
    SecretName.Entry named = secret;
    secret = null;
    switch (token) {
      case START_OBJECT -> {
        deeper();
        generator.writeStartObject();
      }
      case START_ARRAY -> {
        deeper();
        generator.writeStartArray();
        secret = named;
      }
      case END_OBJECT -> {
        depth--;
        generator.writeEndObject();
      }
      case END_ARRAY -> {
        depth--;
        generator.writeEndArray();
      }
      case FIELD_NAME -> name();
      case VALUE_STRING -> {
        string(named);
        secret = inArray() ? named : null;
      }
      default -> {
        scalar(token);
        secret = inArray() ? named : null;
      }
    }
  }

  private boolean inArray() {
    return parser.getParsingContext().inArray();
  }

  private void deeper() throws UnfitContentException {
    if (++depth > maxDepth) {
      throw new UnfitContentException(ReasonCode.NESTING_LIMIT);
    }
  }

  private void scalar(JsonToken token) throws IOException {
    switch (token) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> generator.writeNumber(text());
      case VALUE_TRUE -> generator.writeBoolean(true);
      case VALUE_FALSE -> generator.writeBoolean(false);
      case VALUE_NULL -> generator.writeNull();
      default -> throw new UnfitContentException(ReasonCode.MALFORMED);
    }
  }

  private void name() throws IOException {
    byte[] name = clean(text());
    generator.writeFieldName(new String(name, StandardCharsets.UTF_8));
    int from = Math.max(0, name.length - SecretName.LONGEST);
    SecretName.Entry entry = redact ? SecretName.find(name, from, name.length) : null;
    secret = entry == null || entry.reach() == SecretName.Reach.QUERY ? null : entry;
  }

  private void string(SecretName.@Nullable Entry named) throws IOException {
    String value = text();
    byte[] written;
    if (named == null || value.isEmpty()) {
      written = clean(value);
    } else {
      written = Redactor.replacement(named.kind());
      if (!value.equals(new String(written, StandardCharsets.US_ASCII))) {
        removed.add(named.kind());
      }
    }
    generator.writeUTF8String(written, 0, written.length);
  }

  private byte[] clean(String value) throws IOException {
    cleaned.reset();
    byte[] bytes = encode(value);
    stages.accept(bytes, 0, bytes.length);
    stages.finish();
    return cleaned.toByteArray();
  }

  /** Half a surrogate pair, which only an escape can smuggle in, is no character. */
  private static byte[] encode(String value) throws UnfitContentException {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value));
      byte[] exact = new byte[bytes.remaining()];
      bytes.get(exact);
      return exact;
    } catch (CharacterCodingException e) {
      throw new UnfitContentException(ReasonCode.MALFORMED, e);
    }
  }

  private String text() throws IOException {
    try {
      return parser.getText();
    } catch (JsonProcessingException e) {
      throw unfit(e);
    }
  }
}
