package dev.sallyport.aws.notification;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.sallyport.aws.shared.AwsClients;
import dev.sallyport.aws.shared.AwsService;
import dev.sallyport.aws.shared.AwsSettings;
import dev.sallyport.aws.shared.Patience;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Gives {@link PatchNotifications} its ports; a function of its own, with clients of its own. */
@Module
public interface NotificationModule {
  /** The notifications of S3. */
  @Binds
  BucketNotifications buckets(S3BucketNotifications buckets);

  /** The policies of SQS. */
  @Binds
  QueuePolicies policies(SqsQueuePolicies policies);

  /** Returns the client of S3, made when it is first needed. */
  @Provides
  @Singleton
  static S3Client s3(AwsClients clients, AwsSettings settings) {
    return clients
        .configure(S3Client.builder(), AwsService.S3, Patience.REQUEST)
        .forcePathStyle(settings.endpoints().containsKey(AwsService.S3))
        .build();
  }

  /** Returns the client of SQS, made when it is first needed. */
  @Provides
  @Singleton
  static SqsClient sqs(AwsClients clients) {
    return clients.configure(SqsClient.builder(), AwsService.SQS, Patience.REQUEST).build();
  }
}
