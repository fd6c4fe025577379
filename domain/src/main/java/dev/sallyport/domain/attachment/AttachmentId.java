package dev.sallyport.domain.attachment;

import dev.sallyport.domain.shared.ObjectKey;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one attachment for good; made by the server, written as a lower-case UUID.
 *
 * @param value the UUID
 */
public record AttachmentId(UUID value) {
  private static final String KEY_PREFIX = "attachments/";
  private static final Pattern KEY =
      Pattern.compile("(?:attachments|(?:avatars|banners)/[a-z0-9-]{1,128})/(?<id>[0-9a-f-]{36})");

  /**
   * Reads the canonical form (36 characters, lower case) and nothing else.
   *
   * @throws IllegalArgumentException for any other text
   */
  public static AttachmentId parse(String text) {
    UUID uuid = UUID.fromString(text);
    if (!uuid.toString().equals(text)) {
      throw new IllegalArgumentException("an attachment id is a lower-case UUID");
    }
    return new AttachmentId(uuid);
  }

  /**
   * Returns the attachment whose quarantine key this could be, or nothing for any other key; {@link
   * Attachment#quarantineKey} tells whether it is.
   *
   * <p>The text comes from an event, so it is checked whole before it is believed.
   */
  public static Optional<AttachmentId> ofQuarantineKey(String key) {
    Matcher form = KEY.matcher(key);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse(form.group("id")));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  /** Returns where the bytes of somebody's evidence are in the quarantine bucket. */
  public ObjectKey quarantineKey() {
    return new ObjectKey(KEY_PREFIX + this);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
