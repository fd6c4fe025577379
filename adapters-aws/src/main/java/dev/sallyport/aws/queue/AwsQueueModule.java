package dev.sallyport.aws.queue;

import dagger.Module;
import dagger.Provides;
import dev.sallyport.aws.shared.AwsClients;
import dev.sallyport.aws.shared.AwsService;
import dev.sallyport.aws.shared.Patience;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Provides what {@link SqsQueues} needs beside its settings. */
@Module
public interface AwsQueueModule {
  /** The client for everything that does not wait; a long poll says for itself how long it may. */
  @Provides
  @Singleton
  static SqsClient client(AwsClients clients) {
    return clients.configure(SqsClient.builder(), AwsService.SQS, Patience.REQUEST).build();
  }
}
