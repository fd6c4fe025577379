package dev.sallyport.operations;

import dev.sallyport.operations.json.Json;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * What an operation says, before the catalogue adds what every answer has.
 *
 * <p>Made by one of the factories; headers may be added before it is returned.
 */
public final class Answer {
  private final Content content;
  private final SequencedMap<String, String> headers = new LinkedHashMap<>();

  private Answer(Content content) {
    this.content = content;
  }

  /** What stands in the body. */
  sealed interface Content {
    /** Bytes of a media type. */
    @SuppressWarnings("ArrayRecordComponent") // Written once, compared never.
    record Bytes(int status, String mediaType, byte[] body) implements Content {}

    /** No body at all. */
    record Nothing() implements Content {}

    /** A refusal, which only the catalogue can finish. */
    record Refused(Problem problem) implements Content {}
  }

  /** Answers with JSON. */
  public static Answer json(int status, Json.Writer writer) {
    return new Answer(new Content.Bytes(status, "application/json", Json.write(writer)));
  }

  /** Answers 200 with bytes that exist already. */
  public static Answer bytes(String mediaType, byte[] body) {
    return new Answer(new Content.Bytes(200, mediaType, body));
  }

  /** Answers 204: it is done, and there is nothing to say. */
  public static Answer nothing() {
    return new Answer(new Content.Nothing());
  }

  /** Refuses. */
  public static Answer refuse(ErrorCode code) {
    return refuse(Problem.of(code));
  }

  /** Refuses with more than a code. */
  public static Answer refuse(Problem problem) {
    return new Answer(new Content.Refused(problem));
  }

  /** Adds or replaces a header; the value comes from our own code, never from a client. */
  public Answer header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  Content content() {
    return content;
  }

  SequencedMap<String, String> headers() {
    return headers;
  }
}
