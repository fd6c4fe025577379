package dev.sallyport.inmemory.queue;

import dagger.Module;
import dagger.Provides;

/** Provides what {@link InMemoryQueues} needs beside the clock and the ids. */
@Module
public interface InMemoryQueueModule {
  /** The settings of a deployment that says nothing. */
  @Provides
  static QueueSettings settings() {
    return QueueSettings.defaults();
  }
}
