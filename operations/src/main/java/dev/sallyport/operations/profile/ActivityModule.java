package dev.sallyport.operations.profile;

import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;
import dev.sallyport.operations.MessageOperation;

/** Contributes the counting of what users do. */
@Module
public interface ActivityModule {
  /** Contributes the counter. */
  @Binds
  @IntoSet
  MessageOperation activity(CountedActivity activity);
}
