package dev.sallyport.application.profile;

import dev.sallyport.application.profile.port.ProfileStore;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.domain.identity.Principal;
import dev.sallyport.domain.profile.Profile;
import dev.sallyport.domain.profile.ProfileText;
import jakarta.inject.Inject;
import java.util.OptionalLong;

/** Changes what users say of themselves. */
public final class UpdateProfile {
  private static final int MOST_RACES = 5;

  private final EnsureProfile ensureProfile;
  private final ProfileStore profiles;

  /** Takes the ports and policies that it works with. */
  @Inject
  public UpdateProfile(EnsureProfile ensureProfile, ProfileStore profiles) {
    this.ensureProfile = ensureProfile;
    this.profiles = profiles;
  }

  /**
   * Replaces the texts of the caller's own profile. The same texts make no new version.
   *
   * @param expectedVersion what the caller saw; when it names none, the last one to write wins
   */
  public UpdateProfileResult update(
      Principal caller, ProfileText text, OptionalLong expectedVersion) {
    for (int race = 0; race < MOST_RACES; race++) {
      Profile current = ensureProfile.of(caller);
      if (expectedVersion.orElse(current.version()) != current.version()) {
        return new UpdateProfileResult.Stale(current.version());
      }
      Profile next = current.rewritten(text);
      if (next.version() == current.version() || profiles.rewrite(next)) {
        return new UpdateProfileResult.Updated(next);
      }
    }
    throw new PortUnavailableException("too many write this profile at once", null);
  }
}
