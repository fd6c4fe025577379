package dev.sallyport.operations.profile;

import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.profile.AvatarReady;
import dev.sallyport.domain.profile.Picture;
import dev.sallyport.domain.profile.PictureKind;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.Json;
import dev.sallyport.operations.json.JsonObject;
import dev.sallyport.operations.json.JsonReader;
import dev.sallyport.operations.json.JsonReader.Reading;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.UuidShape;
import dev.sallyport.operations.json.WordShape;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Reads and writes announcements: {@code {"schema":1,"type":"AvatarReady","subject":...,
 * "kind":"AVATAR","attachmentId":...,"grantedAt":...,"assets":[{"size":64,"key":...}],"at":...}}.
 *
 * <p>Within a schema members are only added, and readers skip those that they do not know. A
 * message that SNS has wrapped (<a
 * href="https://docs.aws.amazon.com/sns/latest/dg/sns-large-payload-raw-message-delivery.html">no
 * raw delivery</a>) is unwrapped.
 */
final class AnnouncementCodec {
  private static final String TYPE = "AvatarReady";
  private static final String NOTIFICATION = "Notification";
  private static final long SCHEMA = 1;

  private static final ObjectShape SHAPE =
      ObjectShape.tolerant(
          Member.required("schema", new IntegerShape(1, Integer.MAX_VALUE)),
          Member.required("type", TextShape.text(1, 64)),
          Member.required("subject", TextShape.text(1, 128)),
          Member.required("kind", WordShape.of(PictureKind.class)),
          Member.required("attachmentId", new UuidShape()),
          Member.required("grantedAt", TextShape.instant()),
          Member.required(
              "assets",
              ArrayShape.of(
                  ObjectShape.tolerant(
                      Member.required("size", new IntegerShape(1, Picture.MAX_PIXELS)),
                      Member.required("key", TextShape.text(1, 255))),
                  1,
                  Picture.MAX_SIZES)),
          Member.required("at", TextShape.instant()));

  private static final ObjectShape WRAPPED =
      ObjectShape.tolerant(
          Member.required("Type", TextShape.text(1, 64)),
          Member.required("Message", TextShape.text(1, MessageQueue.MAX_BODY_BYTES)));

  private AnnouncementCodec() {}

  /** Writes an announcement. */
  static String encode(AvatarReady ready) {
    byte[] json =
        Json.write(out -> {
          out.writeStartObject();
          out.writeNumberField("schema", SCHEMA);
          out.writeStringField("type", TYPE);
          out.writeStringField("subject", ready.subject().value());
          out.writeStringField("kind", ready.kind().name());
          out.writeStringField("attachmentId", ready.picture().attachment().toString());
          out.writeStringField("grantedAt", ready.picture().grantedAt().toString());
          out.writeArrayFieldStart("assets");
          for (Map.Entry<Integer, ObjectKey> asset : ready.picture().assets().entrySet()) {
            out.writeStartObject();
            out.writeNumberField("size", asset.getKey());
            out.writeStringField("key", asset.getValue().value());
            out.writeEndObject();
          }
          out.writeEndArray();
          out.writeStringField("at", ready.at().toString());
          out.writeEndObject();
        });
    return new String(json, StandardCharsets.UTF_8);
  }

  /** Reads an announcement; nothing for a text that is none of this schema. */
  static Optional<AvatarReady> decode(String body) {
    return read(body, WRAPPED)
        .filter(wrapped -> wrapped.text("Type").equals(NOTIFICATION))
        .map(wrapped -> wrapped.text("Message"))
        .or(() -> Optional.of(body))
        .flatMap(text -> read(text, SHAPE))
        .flatMap(AnnouncementCodec::announcement);
  }

  private static Optional<JsonObject> read(String text, ObjectShape shape) {
    if (text.length() > MessageQueue.MAX_BODY_BYTES) {
      return Optional.empty();
    }
    return switch (JsonReader.read(text.getBytes(StandardCharsets.UTF_8), shape)) {
      case Reading.Fits(Object message) -> Optional.of((JsonObject) message);
      case Reading.Breaks _, Reading.Malformed _ -> Optional.empty();
    };
  }

  private static Optional<AvatarReady> announcement(JsonObject message) {
    if (message.get("schema", Long.class) != SCHEMA || !message.text("type").equals(TYPE)) {
      return Optional.empty();
    }
    try {
      SortedMap<Integer, ObjectKey> assets = new TreeMap<>();
      for (JsonObject asset : message.list("assets", JsonObject.class)) {
        assets.put(
            Math.toIntExact(asset.get("size", Long.class)), new ObjectKey(asset.text("key")));
      }
      Picture picture =
          new Picture(
              new AttachmentId(message.get("attachmentId", UUID.class)),
              Instant.parse(message.text("grantedAt")),
              assets);
      return Optional.of(
          new AvatarReady(
              new Subject(message.text("subject")),
              message.get("kind", PictureKind.class),
              picture,
              Instant.parse(message.text("at"))));
    } catch (IllegalArgumentException | DateTimeException notOurs) {
      return Optional.empty();
    }
  }
}
