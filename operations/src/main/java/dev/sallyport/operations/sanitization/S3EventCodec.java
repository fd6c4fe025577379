package dev.sallyport.operations.sanitization;

import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.sanitization.ArrivedObject;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.VersionId;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.Json;
import dev.sallyport.operations.json.JsonObject;
import dev.sallyport.operations.json.JsonReader;
import dev.sallyport.operations.json.JsonReader.Reading;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.TextShape;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads and writes the notifications of S3 (<a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html">message
 * structure</a>).
 *
 * <p>A bucket that keeps no versions names none; its objects are told apart by entity tag ({@link
 * VersionId#ofEntityTag}).
 *
 * <p>Members that nobody here needs are skipped and the version is not looked at, because AWS adds
 * members without asking. Only {@code ObjectCreated} matters; {@code s3:TestEvent}, which S3 sends
 * when notifications are configured, and every other event say nothing.
 */
public final class S3EventCodec {
  /** S3 sends one record; nobody sends more than this. */
  private static final int MAX_RECORDS = 1000;

  private static final String CREATED = "ObjectCreated:";

  private static final TextShape VERSION_ID =
      TextShape.of("[!-~]{1,1024}", 1024, "1 to 1024 visible ASCII characters");

  private static final TextShape ENTITY_TAG =
      TextShape.of("[!-~]{1,1000}", 1000, "1 to 1000 visible ASCII characters");

  private static final ObjectShape OBJECT =
      ObjectShape.tolerant(
          Member.required("key", TextShape.text(1, 3072)),
          Member.optional("size", new IntegerShape(0, Long.MAX_VALUE)),
          Member.optional("versionId", VERSION_ID),
          Member.optional("eTag", ENTITY_TAG));

  private static final ObjectShape RECORD =
      ObjectShape.tolerant(
          Member.required("eventName", TextShape.text(1, 256)),
          Member.required("s3", ObjectShape.tolerant(Member.required("object", OBJECT))));

  private static final ObjectShape MESSAGE =
      ObjectShape.tolerant(
          Member.optional("Event", TextShape.text(0, 256)),
          Member.optional("Records", ArrayShape.of(RECORD, 1, MAX_RECORDS)));

  private S3EventCodec() {}

  /** What a message says. */
  public sealed interface Notification {
    /**
     * Objects have arrived.
     *
     * @param objects which; none when the message tells of something else
     */
    record Arrived(List<ArrivedObject> objects) implements Notification {
      /** Copies the list. */
      public Arrived {
        objects = List.copyOf(objects);
      }
    }

    /** Nobody can tell. */
    record Malformed() implements Notification {}
  }

  /** Reads a message, whatever it is. */
  public static Notification decode(String body) {
    if (body.length() > MessageQueue.MAX_BODY_BYTES) {
      return new Notification.Malformed();
    }
    return switch (JsonReader.read(body.getBytes(StandardCharsets.UTF_8), MESSAGE)) {
      case Reading.Fits(Object message) -> arrived((JsonObject) message);
      case Reading.Breaks _, Reading.Malformed _ -> new Notification.Malformed();
    };
  }

  private static Notification arrived(JsonObject message) {
    if (!message.has("Records")) {
      return message.find("Event", String.class).filter("s3:TestEvent"::equals).isPresent()
          ? new Notification.Arrived(List.of())
          : new Notification.Malformed();
    }
    List<ArrivedObject> objects = new ArrayList<>();
    for (JsonObject event : message.list("Records", JsonObject.class)) {
      String name = event.text("eventName");
      // Queues carry the name without the prefix that configurations and EventBridge use.
      String bare = name.startsWith("s3:") ? name.substring(3) : name;
      if (bare.startsWith(CREATED)) {
        JsonObject object = event.get("s3", JsonObject.class).get("object", JsonObject.class);
        if (!object.has("size") || !(object.has("versionId") || object.has("eTag"))) {
          // There is nothing that a verdict could be bound to.
          return new Notification.Malformed();
        }
        try {
          objects.add(arrivedObject(object));
        } catch (IllegalArgumentException badEncoding) {
          return new Notification.Malformed();
        }
      }
    }
    return new Notification.Arrived(objects);
  }

  private static ArrivedObject arrivedObject(JsonObject object) {
    return new ArrivedObject(
        URLDecoder.decode(object.text("key"), StandardCharsets.UTF_8),
        object
            .find("versionId", String.class)
            .map(VersionId::new)
            .orElseGet(() -> VersionId.ofEntityTag(object.text("eTag"))),
        DataSize.ofBytes(object.get("size", Long.class)));
  }

  /**
   * Writes the notification that S3 would send for one object.
   *
   * @param arrived the object, its key decoded
   * @param bucket where it is
   * @param at when it arrived
   */
  public static String encode(ArrivedObject arrived, String bucket, Instant at) {
    byte[] json =
        Json.write(out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("Records");
          out.writeStartObject();
          out.writeStringField("eventVersion", "2.1");
          out.writeStringField("eventSource", "aws:s3");
          out.writeStringField("eventTime", at.toString());
          out.writeStringField("eventName", "ObjectCreated:Post");
          out.writeObjectFieldStart("s3");
          out.writeStringField("s3SchemaVersion", "1.0");
          out.writeObjectFieldStart("bucket");
          out.writeStringField("name", bucket);
          out.writeStringField("arn", "arn:aws:s3:::" + bucket);
          out.writeEndObject();
          out.writeObjectFieldStart("object");
          out.writeStringField("key", encodeKey(arrived.key()));
          out.writeNumberField("size", arrived.size().bytes());
          out.writeStringField("versionId", arrived.version().value());
          out.writeStringField("sequencer", sequencer(at));
          out.writeEndObject();
          out.writeEndObject();
          out.writeEndObject();
          out.writeEndArray();
          out.writeEndObject();
        });
    return new String(json, StandardCharsets.UTF_8);
  }

  private static String encodeKey(String key) {
    return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
  }

  /** Hexadecimal digits that grow with time, as S3 has them for each key. */
  private static String sequencer(Instant at) {
    return String.format(Locale.ROOT, "%016X%08X", at.getEpochSecond(), at.getNano());
  }
}
