package dev.sallyport.aws;

import dagger.Module;
import dev.sallyport.aws.attachment.DynamoDbAttachmentModule;
import dev.sallyport.aws.event.DynamoDbEventModule;
import dev.sallyport.aws.identity.CognitoDirectoryModule;
import dev.sallyport.aws.identity.CognitoKeySetModule;
import dev.sallyport.aws.identity.CognitoSettings;
import dev.sallyport.aws.identity.KeySetAddress;
import dev.sallyport.aws.migration.DynamoDbMigrationModule;
import dev.sallyport.aws.profile.DynamoDbProfileModule;
import dev.sallyport.aws.queue.AwsQueueModule;
import dev.sallyport.aws.queue.AwsTopicModule;
import dev.sallyport.aws.queue.SqsSettings;
import dev.sallyport.aws.queue.TopicSettings;
import dev.sallyport.aws.report.DynamoDbReportModule;
import dev.sallyport.aws.sanitization.DynamoDbSanitizationModule;
import dev.sallyport.aws.secrets.SecretsModule;
import dev.sallyport.aws.secrets.SecretsSettings;
import dev.sallyport.aws.shared.AwsSettings;
import dev.sallyport.aws.shared.AwsSharedModule;
import dev.sallyport.aws.sla.DynamoDbSlaModule;
import dev.sallyport.aws.storage.AwsPictureModule;
import dev.sallyport.aws.storage.AwsStorageModule;
import dev.sallyport.aws.storage.S3AssetSettings;
import dev.sallyport.aws.storage.S3StorageSettings;
import dev.sallyport.aws.table.TableSettings;

/**
 * Every adapter on Amazon's services but the metrics, which each entrypoint chooses for itself. A
 * component that includes it is {@code @Singleton} and binds the {@code Clock}, the {@code
 * IdGenerator}, the {@code UploadPolicy}, an {@code SdkHttpClient} and the settings: {@link
 * AwsSettings}, {@link S3StorageSettings}, {@link S3AssetSettings}, {@link SqsSettings}, {@link
 * TopicSettings}, {@link TableSettings}, {@link CognitoSettings}, {@link KeySetAddress} and {@link
 * SecretsSettings}.
 */
@Module(
    includes = {
      AwsQueueModule.class,
      AwsTopicModule.class,
      AwsSharedModule.class,
      AwsPictureModule.class,
      AwsStorageModule.class,
      CognitoDirectoryModule.class,
      CognitoKeySetModule.class,
      DynamoDbAttachmentModule.class,
      DynamoDbEventModule.class,
      DynamoDbMigrationModule.class,
      DynamoDbProfileModule.class,
      DynamoDbReportModule.class,
      DynamoDbSanitizationModule.class,
      DynamoDbSlaModule.class,
      SecretsModule.class,
    })
public interface AwsAdaptersModule {}
