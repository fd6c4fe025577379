package dev.sallyport.media.text;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.media.rebuild.Attempt;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.RemovalTally;
import dev.sallyport.media.rebuild.UnfitContentException;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

/**
 * Rebuilds one JSON value, to its last byte and without white space between its tokens: numbers
 * digit for digit, strings cleaned and redacted as text is, values of members whose names say
 * "secret" replaced.
 *
 * <p>Limits beside the policy's: a string of {@value #MAX_STRING} characters, a name of {@value
 * #MAX_NAME}, a number of {@value #MAX_NUMBER}; more is {@code EXPANSION_LIMIT}, because a string
 * is held whole while it is looked into.
 */
final class JsonRebuilder implements ContentRebuilder {
  static final int MAX_STRING = 4 << 20;
  static final int MAX_NAME = 1 << 14;
  static final int MAX_NUMBER = 1 << 10;
  private static final int DEEPER_THAN_ANY_POLICY = 1 << 12;
  private static final int PIECE = 1 << 16;

  private final JsonFactory factory =
      new JsonFactoryBuilder()
          .configure(JsonFactory.Feature.INTERN_FIELD_NAMES, false)
          .configure(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES, false)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPER_THAN_ANY_POLICY)
                  .maxStringLength(MAX_STRING)
                  .maxNameLength(MAX_NAME)
                  .maxNumberLength(MAX_NUMBER)
                  .build())
          .streamWriteConstraints(
              StreamWriteConstraints.builder().maxNestingDepth(DEEPER_THAN_ANY_POLICY).build())
          .build();

  @Inject
  JsonRebuilder() {}

  @Override
  public Set<FileType> types() {
    return Set.of(FileType.JSON);
  }

  @Override
  public Rebuilt rebuild(
      Content content,
      FileType type,
      SanitizationPolicy policy,
      Deadline deadline,
      OutputStream sink)
      throws IOException {
    return Attempt.at(
        FileType.JSON,
        deadline,
        (pace, removed) -> {
          if (content.size().exceeds(policy.maxTextBytes())) {
            throw new UnfitContentException(ReasonCode.EXPANSION_LIMIT);
          }
          rewrite(content, policy, pace, removed, sink);
        });
  }

  private void rewrite(
      Content content,
      SanitizationPolicy policy,
      Pace pace,
      RemovalTally removed,
      OutputStream sink)
      throws IOException {
    OutputStream buffered = new BufferedOutputStream(sink, PIECE);
    TextEncoding encoding = TextEncoding.of(content, pace);
    try (JsonInput input =
            new JsonInput(
                new BufferedInputStream(encoding.decode(content.open()), PIECE), pace, removed);
        JsonParser parser = factory.createParser(input);
        JsonGenerator generator = factory.createGenerator(buffered, JsonEncoding.UTF8)) {
      generator.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      generator.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
      new JsonRewriter(
              input, parser, generator, removed, policy.maxJsonDepth(), policy.redactText())
          .rewrite();
    }
  }
}
