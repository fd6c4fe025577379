package dev.sallyport.lambda;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.aws.shared.AwsSharedModule;
import dev.sallyport.aws.table.TableSetup;
import dev.sallyport.lambda.settings.FunctionConfiguration;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes the tables that the functions find. */
@Singleton
@Component(modules = {AwsSharedModule.class, ServicesModule.class})
interface TablesComponent {
  /** What makes them. */
  TableSetup setup();

  /** Makes the component. */
  @Component.Factory
  interface Factory {
    /** Binds what comes from outside. */
    TablesComponent create(
        @BindsInstance Clock clock, @BindsInstance FunctionConfiguration configuration);
  }
}
