package dev.sallyport.operations.attachment;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import dagger.multibindings.IntoSet;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.ScheduledOperation;
import java.util.Set;

/** Contributes the operations of senders and the sweep. */
@Module
public interface AttachmentOperationsModule {
  /** Contributes what senders ask over HTTP. */
  @Provides
  @ElementsIntoSet
  static Set<HttpOperation> operations(AttachmentOperations operations) {
    return operations.all();
  }

  /** Contributes the sweep. */
  @Binds
  @IntoSet
  ScheduledOperation sweep(SweepOperation sweep);
}
