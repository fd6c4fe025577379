package dev.sallyport.operations.profile;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dev.sallyport.operations.HttpOperation;
import java.util.Set;

/** Contributes reading and changing profiles. */
@Module
public interface ProfileOperationsModule {
  /** Contributes what users ask over HTTP. */
  @Provides
  @ElementsIntoSet
  static Set<HttpOperation> operations(ProfileOperations operations) {
    return operations.all();
  }
}
