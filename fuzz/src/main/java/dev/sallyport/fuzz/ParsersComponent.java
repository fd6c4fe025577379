package dev.sallyport.fuzz;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.sanitization.port.ArchiveRebuilder;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.sanitization.port.ContentSniffer;
import dev.sallyport.application.sanitization.port.ScratchSpace;
import dev.sallyport.media.MediaAdaptersModule;
import dev.sallyport.media.MediaConfiguration;
import jakarta.inject.Singleton;
import java.util.Set;

/** The parsers as every deployment has them. */
@Singleton
@Component(modules = MediaAdaptersModule.class)
interface ParsersComponent {
  ContentSniffer sniffer();

  Set<ContentRebuilder> rebuilders();

  Set<ArchiveRebuilder> archives();

  ScratchSpace scratches();

  /** Makes one. */
  @Component.Factory
  interface Factory {
    /** Binds what comes from outside. */
    ParsersComponent create(@BindsInstance MediaConfiguration configuration);
  }
}
