package dev.sallyport.aws.sanitization;

import dagger.Binds;
import dagger.Module;
import dev.sallyport.application.sanitization.port.ResanitizeJobStore;

/** Binds the sanitizer's jobs on DynamoDB. */
@Module
public interface DynamoDbSanitizationModule {
  /** The jobs that judge attachments again. */
  @Binds
  ResanitizeJobStore jobs(DynamoDbResanitizeJobStore jobs);
}
