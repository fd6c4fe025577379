package dev.sallyport.operations.profile;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.domain.profile.Handle;
import dev.sallyport.domain.profile.Picture;
import dev.sallyport.domain.profile.PictureKind;
import dev.sallyport.domain.profile.Profile;
import dev.sallyport.domain.profile.ProfileText;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.MapShape;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.UuidShape;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What signed-in users are told of a profile. */
final class ProfileJson {
  /** Most UTF-16 units of so many code points. */
  private static final int UNITS = 2;

  private static final Shape PICTURE =
      ObjectShape.of(
          Member.required("attachmentId", new UuidShape()).says("The upload that it was made of."),
          Member.required("assets", new MapShape(TextShape.uri(), Picture.MAX_SIZES, 4))
              .says(
                  "Where everybody gets it, by size in pixels. What is there never changes:"
                      + " another picture has other addresses."));

  static final Shape SHAPE =
      ObjectShape.of(
          Member.required("handle", TextShape.text(1, UNITS * Handle.MAX_LENGTH)),
          Member.required("display_name", TextShape.text(1, UNITS * ProfileText.MAX_NAME)),
          Member.required("bio", TextShape.text(0, UNITS * ProfileText.MAX_BIO)),
          Member.optional("avatar", PICTURE).says("Once one has passed."),
          Member.optional("banner", PICTURE).says("Once one has passed."),
          Member.required(
              "activity",
              ObjectShape.of(
                  Member.required("reports", new IntegerShape(0, Long.MAX_VALUE)),
                  Member.required("comments", new IntegerShape(0, Long.MAX_VALUE)),
                  Member.required("triage", new IntegerShape(0, Long.MAX_VALUE)))),
          Member.required("createdAt", TextShape.instant()),
          Member.required("version", new IntegerShape(1, Long.MAX_VALUE))
              .says("Of name and bio; it is the entity tag."));

  private final PublicAssets publicAssets;

  @Inject
  ProfileJson(PublicAssets publicAssets) {
    this.publicAssets = publicAssets;
  }

  void write(Profile profile, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("handle", profile.handle().value());
    out.writeStringField("display_name", profile.text().displayName());
    out.writeStringField("bio", profile.text().bio());
    for (PictureKind kind : PictureKind.values()) {
      Optional<Picture> picture = profile.picture(kind);
      if (picture.isPresent()) {
        out.writeFieldName(kind.name().toLowerCase(Locale.ROOT));
        write(picture.get(), out);
      }
    }
    out.writeObjectFieldStart("activity");
    out.writeNumberField("reports", profile.activity().reports());
    out.writeNumberField("comments", profile.activity().comments());
    out.writeNumberField("triage", profile.activity().triage());
    out.writeEndObject();
    out.writeStringField("createdAt", profile.createdAt().toString());
    out.writeNumberField("version", profile.version());
    out.writeEndObject();
  }

  private void write(Picture picture, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("attachmentId", picture.attachment().toString());
    out.writeObjectFieldStart("assets");
    for (Map.Entry<Integer, ObjectKey> asset : picture.assets().entrySet()) {
      out.writeStringField(
          asset.getKey().toString(), publicAssets.address(asset.getValue()).toString());
    }
    out.writeEndObject();
    out.writeEndObject();
  }
}
