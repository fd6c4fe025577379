package dev.sallyport.aws.secrets;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.sallyport.application.shared.CorruptDataException;
import java.io.IOException;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of a deployment's secret: a JSON object with {@code pageTokenKey} (base64, at least
 * 32 bytes) and, when the app client has one, {@code cognitoClientSecret}, and with an issue
 * tracker {@code trackerToken}. Other members are somebody else's.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never printed
record SecretText(
    byte[] pageTokenKey, Optional<String> cognitoClientSecret, Optional<String> trackerToken) {
  private static final int LEAST_KEY_BYTES = 32;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(16)
                  .maxStringLength(64 * 1024)
                  .maxDocumentLength(64 * 1024)
                  .build())
          .build();

  /**
   * Reads it.
   *
   * @throws CorruptDataException when it is none; says neither what stands there nor where
   */
  static SecretText parse(String text) {
    @Nullable String key = null;
    @Nullable String client = null;
    @Nullable String tracker = null;
    try (JsonParser in = JSON.createParser(text)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw corrupt();
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        switch (name) {
          case "pageTokenKey" -> key = in.getValueAsString();
          case "cognitoClientSecret" -> client = in.getValueAsString();
          case "trackerToken" -> tracker = in.getValueAsString();
          default -> in.skipChildren();
        }
      }
      byte[] bytes = Base64.getDecoder().decode(key == null ? "" : key);
      if (bytes.length < LEAST_KEY_BYTES) {
        throw corrupt();
      }
      return new SecretText(bytes, present(client), present(tracker));
    } catch (IOException | IllegalArgumentException e) {
      // Without the cause, whose message quotes what it could not read.
      throw corrupt();
    }
  }

  private static Optional<String> present(@Nullable String text) {
    return Optional.ofNullable(text).filter(one -> !one.isEmpty());
  }

  private static CorruptDataException corrupt() {
    return new CorruptDataException(
        "the secret is no JSON object with a pageTokenKey of at least 32 bytes in base64", null);
  }

  @Override
  public String toString() {
    return "SecretText[redacted]";
  }
}
