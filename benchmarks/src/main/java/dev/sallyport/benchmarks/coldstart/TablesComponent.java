package dev.sallyport.benchmarks.coldstart;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.aws.shared.AwsSettings;
import dev.sallyport.aws.shared.AwsSharedModule;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.aws.table.TableSetup;
import jakarta.inject.Singleton;
import software.amazon.awssdk.http.SdkHttpClient;

/** Makes the tables that functions find in a deployment. */
@Singleton
@Component(modules = AwsSharedModule.class)
interface TablesComponent {
  TableSetup tables();

  /** Makes the component. */
  @Component.Factory
  interface Factory {
    /** Binds what comes from outside. */
    TablesComponent create(
        @BindsInstance AwsSettings settings,
        @BindsInstance TableSettings tables,
        @BindsInstance SdkHttpClient http);
  }
}
