package dev.sallyport.operations.report;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dagger.multibindings.IntoSet;
import dev.sallyport.application.queue.port.DeadLetters;
import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.operations.Queues;
import dev.sallyport.operations.ScheduledOperation;
import java.util.List;

/** Contributes the work of erasing reports; needs a {@code RetentionPolicy}. */
@Module
public interface ErasureWorkModule {
  /** What the queues of the deployment have given up may be about an erased report. */
  @Provides
  static List<DeadLetters> deadLetters(Queues queues) {
    return queues.byName().values().stream().map(MessageQueue::deadLetters).toList();
  }

  /** Contributes the steps. */
  @Binds
  @IntoSet
  ScheduledOperation work(ErasureWork work);

  /** Contributes the sweep of old reports. */
  @Binds
  @IntoSet
  ScheduledOperation sweep(RetentionSweep sweep);
}
