package dev.sallyport.application.profile;

import dev.sallyport.domain.profile.Profile;

/** What became of a change of a profile's texts. */
public sealed interface UpdateProfileResult {
  /**
   * It is as the caller wants it.
   *
   * @param profile all of it
   */
  record Updated(Profile profile) implements UpdateProfileResult {}

  /**
   * Nothing is changed: it is another version than the caller saw.
   *
   * @param current the version that it is
   */
  record Stale(long current) implements UpdateProfileResult {}
}
