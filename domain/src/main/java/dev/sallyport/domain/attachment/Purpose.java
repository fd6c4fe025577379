package dev.sallyport.domain.attachment;

import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a file is sent for; decided by the server when it grants the form. */
public sealed interface Purpose {
  /** Returns whose it is, when it belongs to a user rather than to whoever holds a receipt. */
  Optional<Subject> owner();

  /**
   * Returns where such a file lands in the quarantine bucket.
   *
   * <p>The key of a user's file carries the user's subject: a user pool's is a UUID; any other that
   * a key cannot hold stands there as its hash.
   */
  default ObjectKey quarantineKey(AttachmentId id) {
    return switch (this) {
      case Evidence _ -> id.quarantineKey();
      case Avatar(Subject subject) -> key("avatars/", subject, id);
      case Banner(Subject subject) -> key("banners/", subject, id);
    };
  }

  private static ObjectKey key(String prefix, Subject subject, AttachmentId id) {
    boolean fits = subject.value().chars().allMatch(Purpose::isKeyCharacter);
    String owner =
        fits
            ? subject.value()
            : Sha256.of(subject.value().getBytes(StandardCharsets.US_ASCII)).hex();
    return new ObjectKey(prefix + owner + "/" + id);
  }

  private static boolean isKeyCharacter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  }

  /** To be attached to a report. */
  record Evidence() implements Purpose {
    @Override
    public Optional<Subject> owner() {
      return Optional.empty();
    }
  }

  /**
   * To become a user's avatar.
   *
   * @param subject whose
   */
  record Avatar(Subject subject) implements Purpose {
    @Override
    public Optional<Subject> owner() {
      return Optional.of(subject);
    }
  }

  /**
   * To become a user's banner.
   *
   * @param subject whose
   */
  record Banner(Subject subject) implements Purpose {
    @Override
    public Optional<Subject> owner() {
      return Optional.of(subject);
    }
  }
}
