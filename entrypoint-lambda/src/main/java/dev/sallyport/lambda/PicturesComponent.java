package dev.sallyport.lambda;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.aws.attachment.DynamoDbAttachmentModule;
import dev.sallyport.aws.metrics.EmfModule;
import dev.sallyport.aws.queue.AwsQueueModule;
import dev.sallyport.aws.queue.AwsTopicModule;
import dev.sallyport.aws.shared.AwsSharedModule;
import dev.sallyport.aws.storage.AwsPictureModule;
import dev.sallyport.aws.storage.AwsStorageModule;
import dev.sallyport.lambda.settings.FunctionConfiguration;
import dev.sallyport.media.MediaAdaptersModule;
import dev.sallyport.operations.profile.NotificationsModule;
import dev.sallyport.operations.profile.RenditionOperationsModule;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Wires the function that makes pictures of what has passed. */
@Singleton
@Component(
    modules = {
      DynamoDbAttachmentModule.class,
      EmfModule.class,
      AwsPictureModule.class,
      AwsQueueModule.class,
      AwsSharedModule.class,
      AwsStorageModule.class,
      AwsTopicModule.class,
      MediaAdaptersModule.class,
      NotificationsModule.class,
      RenditionOperationsModule.class,
      CheckingModule.class,
      ConfigurationModule.class,
      ServicesModule.class,
    })
interface PicturesComponent {
  /** What it does. */
  MessageFunction function();

  /** Makes the component. */
  @Component.Factory
  interface Factory {
    /** Binds what comes from outside. */
    PicturesComponent create(
        @BindsInstance Clock clock,
        @BindsInstance IdGenerator ids,
        @BindsInstance FunctionConfiguration configuration);
  }
}
