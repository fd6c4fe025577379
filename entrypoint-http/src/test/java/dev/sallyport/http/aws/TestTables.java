package dev.sallyport.http.aws;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.aws.shared.AwsSettings;
import dev.sallyport.aws.shared.AwsSharedModule;
import dev.sallyport.aws.table.TableSettings;
import dev.sallyport.aws.table.TableSetup;
import jakarta.inject.Singleton;
import software.amazon.awssdk.http.SdkHttpClient;

/** What creates tables, which a deployment does by a template of its own. */
@Singleton
@Component(modules = AwsSharedModule.class)
interface TestTables {
  TableSetup setup();

  @Component.Factory
  interface Factory {
    TestTables create(
        @BindsInstance AwsSettings access,
        @BindsInstance SdkHttpClient http,
        @BindsInstance TableSettings tables);
  }
}
