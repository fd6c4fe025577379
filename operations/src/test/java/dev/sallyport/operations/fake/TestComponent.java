package dev.sallyport.operations.fake;

import dagger.Component;
import dev.sallyport.application.sanitization.port.SanitizationQueue;
import dev.sallyport.operations.MessageOperation;
import dev.sallyport.operations.OperationCatalog;
import dev.sallyport.operations.ScheduledOperation;
import dev.sallyport.operations.wiring.OperationsModule;
import java.util.Set;

/** All operations on fakes, wired as an entrypoint wires them. */
@Component(modules = {OperationsModule.class, Fakes.class})
public interface TestComponent {
  OperationCatalog catalog();

  Set<MessageOperation> messages();

  Set<ScheduledOperation> schedule();

  SanitizationQueue sanitizationQueue();
}
