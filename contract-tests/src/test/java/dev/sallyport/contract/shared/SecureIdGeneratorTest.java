package dev.sallyport.contract.shared;

import dev.sallyport.application.shared.SecureIdGenerator;
import dev.sallyport.application.shared.port.IdGenerator;

class SecureIdGeneratorTest implements IdGeneratorContract {
  private final SecureIdGenerator ids = new SecureIdGenerator();

  @Override
  public IdGenerator ids() {
    return ids;
  }
}
