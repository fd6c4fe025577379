package dev.sallyport.aws.profile;

import dev.sallyport.application.profile.port.ProfileStore;
import dev.sallyport.aws.DynamoDbFamily;
import dev.sallyport.contract.profile.ProfileStoreContract;

class ProfileStoreOnDynamoDbLocalIT implements ProfileStoreContract {
  @Override
  public ProfileStore open() {
    return DynamoDbFamily.open().profiles();
  }
}
