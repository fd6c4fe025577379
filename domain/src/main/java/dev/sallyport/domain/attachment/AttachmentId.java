package dev.sallyport.domain.attachment;

import dev.sallyport.domain.shared.ObjectKey;
import java.util.Optional;
import java.util.UUID;

/**
 * Names one attachment for good; made by the server, written as a lower-case UUID.
 *
 * @param value the UUID
 */
public record AttachmentId(UUID value) {
  private static final String KEY_PREFIX = "attachments/";

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
   * Returns the attachment whose quarantine key this is, or nothing for any other key.
   *
   * <p>The text comes from an event, so it is checked whole before it is believed.
   */
  public static Optional<AttachmentId> ofQuarantineKey(String key) {
    if (!key.startsWith(KEY_PREFIX)) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse(key.substring(KEY_PREFIX.length())));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  /** Returns where the stranger's bytes are in the quarantine bucket. */
  public ObjectKey quarantineKey() {
    return new ObjectKey(KEY_PREFIX + this);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
