package dev.sallyport.operations.event;

import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;
import dev.sallyport.operations.MessageOperation;
import dev.sallyport.operations.ScheduledOperation;

/** Contributes the relay and the trail; needs {@link Subscriptions}. */
@Module
public interface EventOperationsModule {
  /** Contributes the relay. */
  @Binds
  @IntoSet
  ScheduledOperation relay(OutboxRelay relay);

  /** Contributes the trail. */
  @Binds
  @IntoSet
  MessageOperation audit(AuditEvents audit);
}
