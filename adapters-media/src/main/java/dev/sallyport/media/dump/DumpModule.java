package dev.sallyport.media.dump;

import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import jakarta.inject.Singleton;

/** Contributes the checker of memory dumps. */
@Module
public interface DumpModule {
  /** Contributes minidumps. */
  @Binds
  @IntoSet
  @Singleton
  ContentRebuilder minidump(MinidumpChecker checker);
}
