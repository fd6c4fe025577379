package dev.sallyport.inmemory.profile;

import dev.sallyport.application.profile.port.ProfileStore;
import dev.sallyport.domain.event.EventId;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.profile.Activity;
import dev.sallyport.domain.profile.Contribution;
import dev.sallyport.domain.profile.Handle;
import dev.sallyport.domain.profile.Picture;
import dev.sallyport.domain.profile.PictureKind;
import dev.sallyport.domain.profile.Profile;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.inmemory.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps profiles in a map of this process, and in others who has which handle. */
@Singleton
final class InMemoryProfileStore implements ProfileStore {
  private final Transactions transactions;
  private final Map<Subject, Profile> profiles = new HashMap<>();
  private final Map<Sha256, Subject> handles = new HashMap<>();
  private final Map<Counted, Instant> counted = new LinkedHashMap<>();

  private record Counted(Subject subject, EventId event) {}

  @Inject
  InMemoryProfileStore(Transactions transactions) {
    this.transactions = transactions;
  }

  @Override
  public CreateOutcome create(Profile profile) {
    boolean isFirst =
        profile.version() == 1
            && profile.avatar().isEmpty()
            && profile.banner().isEmpty()
            && profile.activity().equals(Activity.NONE);
    if (!isFirst) {
      throw new IllegalArgumentException("a new profile has texts and nothing else");
    }
    return transactions.write(2, () -> createNow(profile));
  }

  private CreateOutcome createNow(Profile profile) {
    if (profiles.containsKey(profile.subject())) {
      return new CreateOutcome.Exists();
    }
    if (handles.putIfAbsent(profile.handle().key(), profile.subject()) != null) {
      return new CreateOutcome.HandleTaken();
    }
    profiles.put(profile.subject(), profile);
    return new CreateOutcome.Created();
  }

  @Override
  public Optional<Profile> find(Subject subject) {
    return transactions.read(() -> Optional.ofNullable(profiles.get(subject)));
  }

  @Override
  public Optional<Profile> findByHandle(Handle handle) {
    return transactions.read(
        () -> Optional.ofNullable(handles.get(handle.key())).map(profiles::get));
  }

  @Override
  public boolean rewrite(Profile next) {
    return transactions.write(1, () -> rewriteNow(next));
  }

  private boolean rewriteNow(Profile next) {
    Profile before = profiles.get(next.subject());
    if (before == null || before.version() != next.version() - 1) {
      return false;
    }
    profiles.put(
        next.subject(),
        new Profile(
            before.subject(),
            before.handle(),
            next.text(),
            before.avatar(),
            before.banner(),
            before.activity(),
            before.createdAt(),
            next.version()));
    return true;
  }

  @Override
  public boolean show(Subject subject, PictureKind kind, Picture picture) {
    return transactions.write(1, () -> showNow(subject, kind, picture));
  }

  private boolean showNow(Subject subject, PictureKind kind, Picture picture) {
    Profile before = profiles.get(subject);
    if (before == null) {
      return false;
    }
    Profile after = before.showing(kind, picture);
    profiles.put(subject, after);
    return !after.equals(before);
  }

  @Override
  public CountOutcome count(
      Subject subject, EventId event, Contribution contribution, Instant now) {
    return transactions.write(2, () -> countNow(new Counted(subject, event), contribution, now));
  }

  private CountOutcome countNow(Counted once, Contribution contribution, Instant now) {
    forget(now);
    Profile before = profiles.get(once.subject());
    if (before == null) {
      return CountOutcome.NO_PROFILE;
    }
    if (counted.putIfAbsent(once, now.plus(EVENT_MEMORY)) != null) {
      return CountOutcome.REPEATED;
    }
    profiles.put(once.subject(), before.counting(contribution));
    return CountOutcome.COUNTED;
  }

  private void forget(Instant now) {
    var oldestFirst = counted.values().iterator();
    while (oldestFirst.hasNext() && !oldestFirst.next().isAfter(now)) {
      oldestFirst.remove();
    }
  }
}
