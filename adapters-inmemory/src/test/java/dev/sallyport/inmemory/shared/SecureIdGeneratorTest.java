package dev.sallyport.inmemory.shared;

import dev.sallyport.application.shared.port.IdGenerator;
import dev.sallyport.contract.shared.IdGeneratorContract;

class SecureIdGeneratorTest implements IdGeneratorContract {
  private final SecureIdGenerator ids = new SecureIdGenerator();

  @Override
  public IdGenerator ids() {
    return ids;
  }
}
