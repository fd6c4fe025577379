package dev.sallyport.operations.sla;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dev.sallyport.operations.HttpOperation;
import java.util.Set;

/** Contributes the operations on SLA errors; needs a {@code PageTokenSeal}. */
@Module
public interface SlaOperationsModule {
  /** Contributes taking and showing them. */
  @Provides
  @ElementsIntoSet
  static Set<HttpOperation> operations(SlaOperations operations) {
    return operations.all();
  }
}
