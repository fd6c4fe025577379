package dev.sallyport.media.scratch;

import dagger.Binds;
import dagger.Module;
import dev.sallyport.application.sanitization.port.ScratchSpace;
import jakarta.inject.Singleton;

/** Binds the scratch space; needs a {@link ScratchConfiguration}. */
@Module
public interface ScratchModule {
  /** Binds it. */
  @Binds
  @Singleton
  ScratchSpace scratchSpace(SpillingScratchSpace space);
}
