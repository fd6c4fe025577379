package dev.sallyport.inmemory.event;

import dagger.Binds;
import dagger.Module;
import dev.sallyport.application.event.port.Outbox;

/** Binds the outbox in memory. */
@Module
public interface InMemoryEventModule {
  /** The outbox that the ledger and the report store fill. */
  @Binds
  Outbox outbox(InMemoryOutbox outbox);
}
