package dev.sallyport.application.profile;

import dev.sallyport.application.profile.port.ProfileStore;
import dev.sallyport.domain.profile.Handle;
import dev.sallyport.domain.profile.Profile;
import jakarta.inject.Inject;
import java.util.Optional;

/** Shows somebody's profile. */
public final class ShowProfile {
  private final ProfileStore profiles;

  /** Takes the ports and policies that it works with. */
  @Inject
  public ShowProfile(ProfileStore profiles) {
    this.profiles = profiles;
  }

  /** Returns the profile under a handle; nothing for a text that nobody can be called. */
  public Optional<Profile> show(String handle) {
    return Handle.isPossible(handle) ? profiles.findByHandle(new Handle(handle)) : Optional.empty();
  }
}
