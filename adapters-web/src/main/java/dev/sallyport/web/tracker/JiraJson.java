package dev.sallyport.web.tracker;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import dev.sallyport.application.report.port.IssueTracker;
import dev.sallyport.domain.report.IssueDraft;
import dev.sallyport.domain.report.IssueKey;
import dev.sallyport.domain.report.ReportId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What Jira is sent and answers, as JSON (<a
 * href="https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-post">create
 * issue</a>, <a
 * href="https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/#api-rest-api-3-search-jql-post">search</a>).
 * Of an answer nothing is kept but keys of issues and names of fields.
 */
final class JiraJson {
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8).build();

  private static final String FIELD_NAME = "[A-Za-z][A-Za-z0-9_-]{0,99}";

  private JiraJson() {}

  /** Writes part of a body. */
  private interface Writing {
    void to(JsonGenerator out) throws IOException;
  }

  /** Returns the label that the issue of a report carries, by which it is found again. */
  static String label(ReportId report) {
    return "sallyport-" + report;
  }

  /** Returns the body that makes an issue. */
  static byte[] creation(IssueDraft draft) {
    return body(out -> {
      out.writeObjectFieldStart("fields");
      writeNamed("project", "key", draft.project().key(), out);
      writeNamed("issuetype", "name", draft.type(), out);
      out.writeStringField("summary", draft.summary());
      if (!draft.description().isBlank()) {
        out.writeFieldName("description");
        DocumentText.write(draft.description(), out);
      }
      out.writeArrayFieldStart("labels");
      out.writeString(label(draft.report()));
      out.writeEndArray();
      for (IssueDraft.Value value : draft.values()) {
        write(value, out);
      }
      out.writeEndObject();
    });
  }

  private static void write(IssueDraft.Value value, JsonGenerator out) throws IOException {
    switch (value.kind()) {
      case TEXT -> out.writeStringField(value.field(), value.text());
      case DOCUMENT -> {
        out.writeFieldName(value.field());
        DocumentText.write(value.text(), out);
      }
      case OPTION -> writeNamed(value.field(), "value", value.text(), out);
      case NAME -> writeNamed(value.field(), "name", value.text(), out);
    }
  }

  private static void writeNamed(String field, String by, String text, JsonGenerator out)
      throws IOException {
    out.writeObjectFieldStart(field);
    out.writeStringField(by, text);
    out.writeEndObject();
  }

  /** Returns the body that looks for the first issue of a report; no other text is in the query. */
  static byte[] search(ReportId report) {
    return body(out -> {
      out.writeStringField(
          "jql", "labels = \"" + label(report) + "\" ORDER BY created ASC, key ASC");
      out.writeNumberField("maxResults", 1);
      out.writeArrayFieldStart("fields");
      out.writeString("key");
      out.writeEndArray();
    });
  }

  private static byte[] body(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = FACTORY.createGenerator(bytes)) {
      out.writeStartObject();
      writing.to(out);
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /**
   * Returns the key of an issue that was made.
   *
   * @throws IOException when the answer makes no sense
   */
  static IssueKey created(byte[] answer) throws IOException {
    Optional<IssueKey> key = Optional.empty();
    try (JsonParser in = opened(answer)) {
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        key = isNext("key", in) ? Optional.of(key(in)) : skipped(key, in);
      }
      closed(in);
    }
    return key.orElseThrow(() -> new IOException("an answer without a key"));
  }

  /**
   * Returns the key of the first issue that was found.
   *
   * @throws IOException when the answer makes no sense
   */
  static Optional<IssueKey> found(byte[] answer) throws IOException {
    boolean isAnswer = false;
    Optional<IssueKey> key = Optional.empty();
    try (JsonParser in = opened(answer)) {
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        if (isNext("issues", in)) {
          require(in.currentToken() == JsonToken.START_ARRAY);
          isAnswer = true;
          key = firstKey(in);
        } else {
          in.skipChildren();
        }
      }
      closed(in);
    }
    require(isAnswer);
    return key;
  }

  private static Optional<IssueKey> firstKey(JsonParser in) throws IOException {
    Optional<IssueKey> first = Optional.empty();
    while (in.nextToken() == JsonToken.START_OBJECT) {
      Optional<IssueKey> key = Optional.empty();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        key = isNext("key", in) ? Optional.of(key(in)) : skipped(key, in);
      }
      require(key.isPresent());
      first = first.isPresent() ? first : key;
    }
    require(in.currentToken() == JsonToken.END_ARRAY);
    return first;
  }

  /** Returns the names of the fields that a refusal names; none of what makes no sense. */
  static Set<String> refused(byte[] answer) {
    Set<String> fields = new HashSet<>();
    try (JsonParser in = opened(answer)) {
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        if (isNext("errors", in) && in.currentToken() == JsonToken.START_OBJECT) {
          readNames(in, fields);
        } else {
          in.skipChildren();
        }
      }
    } catch (IOException e) {
      return Set.of();
    }
    return fields;
  }

  private static void readNames(JsonParser in, Set<String> fields) throws IOException {
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      in.nextToken();
      in.skipChildren();
      if (name.matches(FIELD_NAME) && fields.size() < IssueTracker.MAX_FIELDS) {
        fields.add(name);
      }
    }
  }

  private static JsonParser opened(byte[] answer) throws IOException {
    JsonParser in = FACTORY.createParser(answer);
    require(in.nextToken() == JsonToken.START_OBJECT);
    return in;
  }

  private static void closed(JsonParser in) throws IOException {
    require(in.currentToken() == JsonToken.END_OBJECT && in.nextToken() == null);
  }

  private static boolean isNext(String name, JsonParser in) throws IOException {
    boolean isIt = name.equals(in.currentName());
    in.nextToken();
    return isIt;
  }

  private static Optional<IssueKey> skipped(Optional<IssueKey> key, JsonParser in)
      throws IOException {
    in.skipChildren();
    return key;
  }

  private static IssueKey key(JsonParser in) throws IOException {
    require(in.currentToken() == JsonToken.VALUE_STRING);
    try {
      return new IssueKey(in.getText());
    } catch (IllegalArgumentException e) {
      throw new IOException("an answer with a key that is none", e);
    }
  }

  private static void require(boolean holds) throws IOException {
    if (!holds) {
      throw new IOException("an answer that makes no sense");
    }
  }
}
