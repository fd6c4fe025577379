package dev.sallyport.application.profile;

import dev.sallyport.application.profile.port.ProfileStore;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.domain.profile.AvatarReady;
import jakarta.inject.Inject;
import java.util.Locale;

/**
 * Puts an announced picture on its owner's profile, unless a later one is there. The one before it
 * stays until then.
 */
public final class ShowPicture {
  private final ProfileStore profiles;
  private final Metrics metrics;

  /** Takes the ports and policies that it works with. */
  @Inject
  public ShowPicture(ProfileStore profiles, Metrics metrics) {
    this.profiles = profiles;
    this.metrics = metrics;
  }

  /** Shows it; told the same again, or too late, this changes nothing. */
  public void show(AvatarReady ready) {
    boolean isNew = profiles.show(ready.subject(), ready.kind(), ready.picture());
    metrics.count(
        "profile.picture",
        "kind",
        ready.kind().name().toLowerCase(Locale.ROOT),
        "outcome",
        isNew ? "shown" : "passed_over");
  }
}
