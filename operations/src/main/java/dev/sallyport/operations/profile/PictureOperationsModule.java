package dev.sallyport.operations.profile;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dev.sallyport.operations.HttpOperation;
import java.util.Set;

/** Contributes the forms for pictures. */
@Module
public interface PictureOperationsModule {
  /** Contributes what users ask over HTTP. */
  @Provides
  @ElementsIntoSet
  static Set<HttpOperation> operations(PictureOperations operations) {
    return operations.all();
  }
}
