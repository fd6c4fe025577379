package dev.sallyport.domain.profile;

import dev.sallyport.domain.identity.Subject;
import java.time.Instant;
import java.util.Optional;

/**
 * What a user shows of themselves. Immutable; every change returns another one.
 *
 * @param subject whose it is
 * @param handle under which it is found; nobody else has it
 * @param text what its owner says
 * @param avatar the small picture, once one has passed the doors
 * @param banner the wide picture, once one has passed the doors
 * @param activity what its owner has done
 * @param createdAt when its owner first signed in, in UTC, to the millisecond
 * @param version of the texts: 1 at first, one more with every change of them. Pictures and counts
 *     come by themselves and make nothing stale
 */
public record Profile(
    Subject subject,
    Handle handle,
    ProfileText text,
    Optional<Picture> avatar,
    Optional<Picture> banner,
    Activity activity,
    Instant createdAt,
    long version) {
  /** Rejects a version below 1. */
  public Profile {
    if (version < 1) {
      throw new IllegalArgumentException("versions begin with 1");
    }
  }

  /** Returns the profile of somebody who has just signed in for the first time. */
  public static Profile first(Subject subject, Handle handle, ProfileText text, Instant now) {
    return new Profile(
        subject, handle, text, Optional.empty(), Optional.empty(), Activity.NONE, now, 1);
  }

  /** Returns the next version with other texts, or this very profile when they are the same. */
  public Profile rewritten(ProfileText other) {
    return other.equals(text)
        ? this
        : new Profile(subject, handle, other, avatar, banner, activity, createdAt, version + 1);
  }

  /** Returns the picture of this kind. */
  public Optional<Picture> picture(PictureKind kind) {
    return switch (kind) {
      case AVATAR -> avatar;
      case BANNER -> banner;
    };
  }

  /**
   * Returns it with this picture, or this very profile when the one it has was asked for later or
   * is the same.
   */
  public Profile showing(PictureKind kind, Picture picture) {
    if (picture(kind).filter(shown -> !picture.supersedes(shown)).isPresent()) {
      return this;
    }
    return switch (kind) {
      case AVATAR ->
          new Profile(
              subject, handle, text, Optional.of(picture), banner, activity, createdAt, version);
      case BANNER ->
          new Profile(
              subject, handle, text, avatar, Optional.of(picture), activity, createdAt, version);
    };
  }

  /** Returns it with one more counted. */
  public Profile counting(Contribution contribution) {
    return new Profile(
        subject, handle, text, avatar, banner, activity.plus(contribution), createdAt, version);
  }

  @Override
  public String toString() {
    return "Profile[" + subject + ", version " + version + "]";
  }
}
