package dev.sallyport.operations.queue;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dev.sallyport.operations.HttpOperation;
import java.util.Set;

/** Contributes the operations on queues; needs {@code Queues}. */
@Module
public interface QueueOperationsModule {
  /** Contributes them. */
  @Provides
  @ElementsIntoSet
  static Set<HttpOperation> operations(QueueOperations operations) {
    return operations.all();
  }
}
