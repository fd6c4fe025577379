package dev.sallyport.inmemory.profile;

import dev.sallyport.application.profile.port.ProfileStore;
import dev.sallyport.contract.profile.ProfileStoreContract;
import dev.sallyport.inmemory.InMemoryFamily;

class InMemoryProfileStoreTest implements ProfileStoreContract {
  @Override
  public ProfileStore open() {
    return InMemoryFamily.open().profiles();
  }
}
