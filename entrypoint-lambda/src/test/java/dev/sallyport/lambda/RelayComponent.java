package dev.sallyport.lambda;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.event.port.Outbox;
import dev.sallyport.application.shared.port.Metrics;
import dev.sallyport.operations.Queues;
import dev.sallyport.operations.event.OutboxRelay;
import dev.sallyport.operations.event.Subscriptions;

/** Makes a relay of what a test hands in. */
@Component
interface RelayComponent {
  /** What carries events on. */
  OutboxRelay relay();

  /** Makes the component. */
  @Component.Factory
  interface Factory {
    /** Binds what comes from outside. */
    RelayComponent create(
        @BindsInstance Outbox outbox,
        @BindsInstance Queues queues,
        @BindsInstance Subscriptions subscriptions,
        @BindsInstance Metrics metrics);
  }
}
