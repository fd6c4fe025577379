package dev.sallyport.aws.sla;

import dagger.Binds;
import dagger.Module;
import dev.sallyport.application.sla.port.SlaErrorStore;

/** Binds SLA errors on DynamoDB. */
@Module
public interface DynamoDbSlaModule {
  /** The store of SLA errors. */
  @Binds
  SlaErrorStore errors(DynamoDbSlaErrorStore errors);
}
