package dev.sallyport.application.profile.port;

import dev.sallyport.domain.event.EventId;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.profile.Contribution;
import dev.sallyport.domain.profile.Handle;
import dev.sallyport.domain.profile.Picture;
import dev.sallyport.domain.profile.PictureKind;
import dev.sallyport.domain.profile.Profile;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps one profile for each user, and sees to it that no two have the same handle.
 *
 * <p>All reads are strongly consistent. A write answers only after it is durable. Texts, pictures
 * and counts are written apart: no write of one undoes another's.
 */
public interface ProfileStore {
  /**
   * How long an event that was counted is remembered: longer than the 14 days that a queue can keep
   * a message, so that no redelivery is counted again.
   */
  Duration EVENT_MEMORY = Duration.ofDays(15);

  /**
   * Stores a new profile, if its user has none and nobody has its handle.
   *
   * @param profile version 1, without pictures and counts
   * @throws IllegalArgumentException for any other
   */
  CreateOutcome create(Profile profile);

  /** Returns a user's profile, or nothing before the first sign-in. */
  Optional<Profile> find(Subject subject);

  /** Returns the profile that has this handle, however it is written. */
  Optional<Profile> findByHandle(Handle handle);

  /**
   * Stores the texts of the next version, if the stored one is the version before it.
   *
   * @param next made from the stored version by {@link Profile#rewritten}; its pictures and counts
   *     are not looked at
   * @return whether it is stored; if not, the stored version is another one, or there is none
   */
  boolean rewrite(Profile next);

  /**
   * Shows a picture, unless the one that is shown is the same or {@linkplain Picture#supersedes was
   * asked for later}. Showing the same again changes nothing.
   *
   * @return whether it is shown now that was not before; false also when there is no profile
   */
  boolean show(Subject subject, PictureKind kind, Picture picture);

  /**
   * Counts what somebody did, once for each event: the event is remembered in the transaction that
   * counts it, for {@link #EVENT_MEMORY}.
   *
   * @param now when this is; memories end by it
   */
  CountOutcome count(Subject subject, EventId event, Contribution contribution, Instant now);

  /** What became of {@link #count}. */
  enum CountOutcome {
    /** It is counted. */
    COUNTED,
    /** Nothing changed: this event is counted already. */
    REPEATED,
    /** Nothing changed: this user has no profile. */
    NO_PROFILE
  }

  /** What became of {@link #create}. */
  sealed interface CreateOutcome {
    /** It is stored. */
    record Created() implements CreateOutcome {}

    /** Nothing is stored: the user has a profile. */
    record Exists() implements CreateOutcome {}

    /** Nothing is stored: somebody else has the handle. */
    record HandleTaken() implements CreateOutcome {}
  }
}
