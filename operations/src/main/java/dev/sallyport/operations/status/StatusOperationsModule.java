package dev.sallyport.operations.status;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dev.sallyport.operations.HttpOperation;
import java.util.Set;

/** Contributes the operations about the deployment; needs a {@link ProductVersion}. */
@Module
public interface StatusOperationsModule {
  /** Contributes them. */
  @Provides
  @ElementsIntoSet
  static Set<HttpOperation> operations(StatusOperations operations) {
    return operations.all();
  }
}
