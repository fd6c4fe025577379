package dev.sallyport.inmemory.sla;

import dagger.Binds;
import dagger.Module;
import dev.sallyport.application.sla.port.SlaErrorStore;

/** Binds SLA errors in memory. */
@Module
public interface InMemorySlaModule {
  /** The store of SLA errors. */
  @Binds
  SlaErrorStore errors(InMemorySlaErrorStore errors);
}
