package dev.sallyport.application.profile;

import dev.sallyport.application.profile.port.ProfileStore;
import dev.sallyport.application.profile.port.ProfileStore.CreateOutcome;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.identity.Principal;
import dev.sallyport.domain.profile.Handle;
import dev.sallyport.domain.profile.Profile;
import dev.sallyport.domain.profile.ProfileText;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Gives everybody who signs in a profile, once, under a handle that nobody else has. */
public final class EnsureProfile {
  private final ProfileStore profiles;
  private final Clock clock;
  private final Metrics metrics;

  /** Takes the ports and policies that it works with. */
  @Inject
  public EnsureProfile(ProfileStore profiles, Clock clock, Metrics metrics) {
    this.profiles = profiles;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Returns the user's profile, which exists from now on if it did not before. */
  public Profile of(Principal user) {
    Optional<Profile> found = profiles.find(user.subject());
    return found.isPresent() ? found.get() : create(user);
  }

  private Profile create(Principal user) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    for (Handle handle : Handle.candidates(user.username(), user.subject())) {
      Profile profile = Profile.first(user.subject(), handle, text(user, handle), now);
      switch (profiles.create(profile)) {
        case CreateOutcome.Created _ -> {
          metrics.count("profile.created");
          return profile;
        }
        case CreateOutcome.Exists _ -> {
          // Somebody signs in twice at once; or an answer was lost and this is our own.
          return profiles.find(user.subject()).orElseThrow();
        }
        case CreateOutcome.HandleTaken _ -> metrics.count("profile.handle_taken");
      }
    }
    throw new PortUnavailableException("no handle is free", null);
  }

  /** A user name that cannot be shown as it is becomes the handle, which always can. */
  private static ProfileText text(Principal user, Handle handle) {
    return ProfileText.check(user.username(), "").isEmpty()
        ? new ProfileText(user.username(), "")
        : new ProfileText(shortened(handle.value()), "");
  }

  private static String shortened(String text) {
    int length = Math.min(text.codePointCount(0, text.length()), ProfileText.MAX_NAME);
    return text.substring(0, text.offsetByCodePoints(0, length));
  }
}
