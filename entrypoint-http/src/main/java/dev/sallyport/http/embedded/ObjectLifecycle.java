package dev.sallyport.http.embedded;

import dev.sallyport.inmemory.storage.InMemoryObjectStore;
import dev.sallyport.operations.ScheduledOperation;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/** Lets the embedded store's objects end by their rules, which S3 does by itself. */
final class ObjectLifecycle implements ScheduledOperation {
  private static final Duration EVERY = Duration.ofMinutes(10);

  private final InMemoryObjectStore store;
  private final Clock clock;

  @Inject
  ObjectLifecycle(InMemoryObjectStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public String id() {
    return "expireObjects";
  }

  @Override
  public Duration every() {
    return EVERY;
  }

  @Override
  public void run() {
    store.expire(clock.instant());
  }
}
