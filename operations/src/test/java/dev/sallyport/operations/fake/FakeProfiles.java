package dev.sallyport.operations.fake;

import dev.sallyport.application.profile.port.ProfileStore;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.domain.event.EventId;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.profile.Contribution;
import dev.sallyport.domain.profile.Handle;
import dev.sallyport.domain.profile.Picture;
import dev.sallyport.domain.profile.PictureKind;
import dev.sallyport.domain.profile.Profile;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Profiles in a map, which can be made to be away. */
public final class FakeProfiles implements ProfileStore {
  public final Map<Subject, Profile> stored = new HashMap<>();
  public boolean away;
  private final Set<EventId> counted = new HashSet<>();

  @Override
  public CreateOutcome create(Profile profile) {
    check();
    if (stored.containsKey(profile.subject())) {
      return new CreateOutcome.Exists();
    }
    if (findByHandle(profile.handle()).isPresent()) {
      return new CreateOutcome.HandleTaken();
    }
    stored.put(profile.subject(), profile);
    return new CreateOutcome.Created();
  }

  @Override
  public Optional<Profile> find(Subject subject) {
    check();
    return Optional.ofNullable(stored.get(subject));
  }

  @Override
  public Optional<Profile> findByHandle(Handle handle) {
    return stored.values().stream()
        .filter(profile -> profile.handle().key().equals(handle.key()))
        .findFirst();
  }

  @Override
  public boolean rewrite(Profile next) {
    Profile before = stored.get(next.subject());
    if (before == null || before.version() != next.version() - 1) {
      return false;
    }
    stored.put(next.subject(), before.rewritten(next.text()));
    return true;
  }

  @Override
  public boolean show(Subject subject, PictureKind kind, Picture picture) {
    Profile before = stored.get(subject);
    if (before == null || before.showing(kind, picture).equals(before)) {
      return false;
    }
    stored.put(subject, before.showing(kind, picture));
    return true;
  }

  @Override
  public CountOutcome count(
      Subject subject, EventId event, Contribution contribution, Instant now) {
    Profile before = stored.get(subject);
    if (before == null) {
      return CountOutcome.NO_PROFILE;
    }
    if (!counted.add(event)) {
      return CountOutcome.REPEATED;
    }
    stored.put(subject, before.counting(contribution));
    return CountOutcome.COUNTED;
  }

  private void check() {
    if (away) {
      throw new PortUnavailableException("profiles are away", null);
    }
  }
}
