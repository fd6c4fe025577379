package dev.sallyport.operations.profile;

import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;
import dev.sallyport.operations.MessageOperation;

/** Contributes what makes pictures; needs a queue named {@code renditions}. */
@Module
public interface RenditionOperationsModule {
  /** Contributes what is done with each message. */
  @Binds
  @IntoSet
  MessageOperation renditions(RenditionMessages messages);
}
