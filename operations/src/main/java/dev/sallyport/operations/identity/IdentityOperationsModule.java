package dev.sallyport.operations.identity;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dev.sallyport.operations.HttpOperation;
import java.util.Set;

/** Contributes the operations of signing in and of becoming a user. */
@Module
public interface IdentityOperationsModule {
  /** Contributes them. */
  @Provides
  @ElementsIntoSet
  static Set<HttpOperation> operations(IdentityOperations operations) {
    return operations.all();
  }

  /** Contributes them. */
  @Provides
  @ElementsIntoSet
  static Set<HttpOperation> accounts(AccountOperations operations) {
    return operations.all();
  }
}
