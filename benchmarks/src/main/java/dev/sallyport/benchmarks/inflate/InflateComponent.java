package dev.sallyport.benchmarks.inflate;

import dagger.Component;
import dev.sallyport.application.sanitization.port.ArchiveRebuilder;
import dev.sallyport.media.archive.ArchiveModule;
import jakarta.inject.Singleton;
import java.util.Set;

/** The rebuilders of archives, and nothing else. */
@Singleton
@Component(modules = ArchiveModule.class)
public interface InflateComponent {
  /** Returns one for each type. */
  Set<ArchiveRebuilder> archives();
}
