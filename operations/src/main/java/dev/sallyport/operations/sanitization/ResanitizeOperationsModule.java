package dev.sallyport.operations.sanitization;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dev.sallyport.operations.HttpOperation;
import java.util.Set;

/** Contributes what admins ask about judging again; needs a {@code PageTokenSeal}. */
@Module
public interface ResanitizeOperationsModule {
  /** Contributes start and progress of a job. */
  @Provides
  @ElementsIntoSet
  static Set<HttpOperation> operations(ResanitizeOperations operations) {
    return operations.all();
  }
}
