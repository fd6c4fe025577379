package dev.sallyport.aws.profile;

import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.aws.table.ItemWriter;
import dev.sallyport.aws.table.Place;
import dev.sallyport.aws.table.TableReads;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.event.EventId;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.profile.Activity;
import dev.sallyport.domain.profile.Contribution;
import dev.sallyport.domain.profile.Handle;
import dev.sallyport.domain.profile.Picture;
import dev.sallyport.domain.profile.PictureKind;
import dev.sallyport.domain.profile.Profile;
import dev.sallyport.domain.profile.ProfileText;
import dev.sallyport.domain.shared.ObjectKey;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Writes profiles as items: {@code profile#<subject>} is one, {@code handle#<hash>} says who has a
 * handle, and {@code counted#<subject>#<event>} what was counted already.
 */
final class ProfileCodec {
  static final String VERSION = "version";
  static final String DISPLAY_NAME = "displayName";
  static final String BIO = "bio";

  private static final String SUBJECT = "subject";

  private ProfileCodec() {}

  static String itemId(Subject subject) {
    return "profile#" + subject;
  }

  static String itemId(Handle handle) {
    return "handle#" + handle.key();
  }

  static String itemId(Subject subject, EventId event) {
    return "counted#" + subject + "#" + event;
  }

  static String counter(Contribution contribution) {
    return switch (contribution) {
      case REPORT -> "reports";
      case COMMENT -> "comments";
      case TRIAGE -> "triage";
    };
  }

  static String pictureName(PictureKind kind) {
    return kind.name().toLowerCase(Locale.ROOT);
  }

  /** The name of the attribute that says how a picture sorts. */
  static String rankName(PictureKind kind) {
    return pictureName(kind) + "Rank";
  }

  /** Sorts, as text, as {@link Picture#supersedes} has it. */
  static String rank(Picture picture) {
    return new Place(picture.grantedAt(), picture.attachment().value()).toString();
  }

  /** Writes a new profile: texts, and counts of nothing. */
  static Map<String, AttributeValue> encode(Profile profile) {
    return new ItemWriter()
        .text(TableReads.ID, itemId(profile.subject()))
        .text(SUBJECT, profile.subject().value())
        .text("handle", profile.handle().value())
        .text(DISPLAY_NAME, profile.text().displayName())
        .text(BIO, profile.text().bio())
        .number(counter(Contribution.REPORT), 0)
        .number(counter(Contribution.COMMENT), 0)
        .number(counter(Contribution.TRIAGE), 0)
        .instant("createdAt", profile.createdAt())
        .number(VERSION, profile.version())
        .toItem();
  }

  static Map<String, AttributeValue> encodeHandle(Profile profile) {
    return new ItemWriter()
        .text(TableReads.ID, itemId(profile.handle()))
        .text(SUBJECT, profile.subject().value())
        .toItem();
  }

  static AttributeValue encode(Picture picture) {
    ItemWriter assets = new ItemWriter();
    picture.assets().forEach((size, key) -> assets.text(Integer.toString(size), key.value()));
    return new ItemWriter()
        .text("attachmentId", picture.attachment().toString())
        .instant("grantedAt", picture.grantedAt())
        .nested("assets", assets)
        .toValue();
  }

  /**
   * Reads who has a handle.
   *
   * @throws CorruptDataException for anything else
   */
  static Subject decodeHandle(Map<String, AttributeValue> item) {
    return ItemReader.decode("a handle", item, reader -> new Subject(reader.text(SUBJECT)));
  }

  /**
   * Reads what {@link #encode(Profile)} and updates of it wrote.
   *
   * @throws CorruptDataException for anything else
   */
  static Profile decode(Map<String, AttributeValue> item) {
    return ItemReader.decode("a profile", item, ProfileCodec::decode);
  }

  private static Profile decode(ItemReader item) {
    return new Profile(
        new Subject(item.text(SUBJECT)),
        new Handle(item.text("handle")),
        new ProfileText(item.text(DISPLAY_NAME), item.text(BIO)),
        picture(item, PictureKind.AVATAR),
        picture(item, PictureKind.BANNER),
        new Activity(
            item.number(counter(Contribution.REPORT)),
            item.number(counter(Contribution.COMMENT)),
            item.number(counter(Contribution.TRIAGE))),
        item.instant("createdAt"),
        item.number(VERSION));
  }

  private static Optional<Picture> picture(ItemReader item, PictureKind kind) {
    String name = pictureName(kind);
    return item.has(name) ? Optional.of(picture(item.nested(name))) : Optional.empty();
  }

  private static Picture picture(ItemReader picture) {
    ItemReader assets = picture.nested("assets");
    SortedMap<Integer, ObjectKey> keys = new TreeMap<>();
    for (String size : assets.all().keySet()) {
      keys.put(Integer.valueOf(size), new ObjectKey(assets.text(size)));
    }
    return new Picture(
        AttachmentId.parse(picture.text("attachmentId")), picture.instant("grantedAt"), keys);
  }
}
