package dev.sallyport.inmemory.sanitization;

import dagger.Binds;
import dagger.Module;
import dev.sallyport.application.sanitization.port.ResanitizeJobStore;

/** Binds the sanitizer's jobs in memory. */
@Module
public interface InMemorySanitizationModule {
  /** The jobs that judge attachments again. */
  @Binds
  ResanitizeJobStore jobs(InMemoryResanitizeJobStore jobs);
}
