package dev.sallyport.aws.notification;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.sallyport.application.shared.CorruptDataException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The policy of a queue (<a
 * href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">grammar</a>):
 * its statements as texts, each of which stays letter for letter what it was unless it is ours.
 *
 * @param head every member but the statements, as JSON texts by name
 * @param statements as JSON texts
 */
record PolicyDocument(Map<String, String> head, List<String> statements) {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(32)
                  .maxDocumentLength(256 * 1024)
                  .build())
          .build();

  PolicyDocument {
    head = new LinkedHashMap<>(head);
    statements = List.copyOf(statements);
  }

  /** Reads a policy; an empty text is a policy without statements. */
  static PolicyDocument parse(String text) {
    Map<String, String> head = new LinkedHashMap<>();
    List<String> statements = new ArrayList<>();
    if (text.isBlank()) {
      head.put("Version", "\"2012-10-17\"");
      return new PolicyDocument(head, statements);
    }
    try (JsonParser in = JSON.createParser(text)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw corrupt(null);
      }
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        String name = in.currentName();
        in.nextToken();
        if (!name.equals("Statement")) {
          head.put(name, copy(in));
        } else if (in.currentToken() == JsonToken.START_ARRAY) {
          while (in.nextToken() != JsonToken.END_ARRAY) {
            statements.add(copy(in));
          }
        } else {
          statements.add(copy(in));
        }
      }
      return new PolicyDocument(head, statements);
    } catch (IOException e) {
      throw corrupt(e);
    }
  }

  /** Returns the policy with this statement instead of any of the same {@code Sid}. */
  PolicyDocument with(String sid, String statement) {
    List<String> all = new ArrayList<>(without(sid).statements);
    all.add(statement);
    return new PolicyDocument(head, all);
  }

  /** Returns the policy without the statement of this {@code Sid}. */
  PolicyDocument without(String sid) {
    return new PolicyDocument(
        head, statements.stream().filter(one -> !sidOf(one).equals(Optional.of(sid))).toList());
  }

  /**
   * Returns whether another has as many statements of the same names; a service may respell them.
   */
  boolean resembles(PolicyDocument other) {
    return sids().equals(other.sids());
  }

  private List<String> sids() {
    return statements.stream().map(one -> sidOf(one).orElse("")).sorted().toList();
  }

  /** Writes it; empty when no statement is left. */
  String text() {
    if (statements.isEmpty()) {
      return "";
    }
    return write(out -> {
      out.writeStartObject();
      for (Map.Entry<String, String> member : head.entrySet()) {
        out.writeFieldName(member.getKey());
        out.writeRawValue(member.getValue());
      }
      out.writeArrayFieldStart("Statement");
      for (String statement : statements) {
        out.writeRawValue(statement);
      }
      out.writeEndArray();
      out.writeEndObject();
    });
  }

  /** Lets a bucket of an account send to a queue, and nobody else. */
  static String letS3Send(String sid, String queueArn, String bucketArn, String account) {
    return write(out -> {
      out.writeStartObject();
      out.writeStringField("Sid", sid);
      out.writeStringField("Effect", "Allow");
      out.writeObjectFieldStart("Principal");
      out.writeStringField("Service", "s3.amazonaws.com");
      out.writeEndObject();
      out.writeStringField("Action", "sqs:SendMessage");
      out.writeStringField("Resource", queueArn);
      out.writeObjectFieldStart("Condition");
      out.writeObjectFieldStart("ArnEquals");
      out.writeStringField("aws:SourceArn", bucketArn);
      out.writeEndObject();
      out.writeObjectFieldStart("StringEquals");
      out.writeStringField("aws:SourceAccount", account);
      out.writeEndObject();
      out.writeEndObject();
      out.writeEndObject();
    });
  }

  private static Optional<String> sidOf(String statement) {
    try (JsonParser in = JSON.createParser(statement)) {
      if (in.nextToken() == JsonToken.START_OBJECT) {
        while (in.nextToken() == JsonToken.FIELD_NAME) {
          boolean isSid = in.currentName().equals("Sid");
          in.nextToken();
          if (isSid) {
            return Optional.ofNullable(in.getValueAsString());
          }
          in.skipChildren();
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw corrupt(e);
    }
  }

  private static String copy(JsonParser in) {
    return write(out -> out.copyCurrentStructure(in));
  }

  /** Writes to a generator. */
  private interface Writer {
    void write(JsonGenerator out) throws IOException;
  }

  private static String write(Writer writer) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text)) {
      writer.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException("text in memory cannot fail to be written", e);
    }
    return text.toString();
  }

  private static CorruptDataException corrupt(@Nullable IOException cause) {
    return new CorruptDataException("a queue's policy is no JSON object", cause);
  }
}
