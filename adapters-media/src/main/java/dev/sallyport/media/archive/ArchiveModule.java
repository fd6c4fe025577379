package dev.sallyport.media.archive;

import dagger.Module;
import dagger.multibindings.Multibinds;
import dev.sallyport.application.sanitization.port.ArchiveRebuilder;
import java.util.Set;

/** Contributes the rebuilders of archives. */
@Module
public interface ArchiveModule {
  /** Declares the set. */
  @Multibinds
  Set<ArchiveRebuilder> archives();
}
