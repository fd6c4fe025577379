package dev.sallyport.aws.profile;

import dagger.Binds;
import dagger.Module;
import dev.sallyport.application.profile.port.ProfileStore;

/** Binds profiles on DynamoDB. */
@Module
public interface DynamoDbProfileModule {
  /** The profiles. */
  @Binds
  ProfileStore profiles(DynamoDbProfileStore profiles);
}
