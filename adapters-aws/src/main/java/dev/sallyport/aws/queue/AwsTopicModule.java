package dev.sallyport.aws.queue;

import dagger.Binds;
import dagger.Module;
import dagger.Provides;
import dev.sallyport.application.queue.port.Topic;
import dev.sallyport.aws.shared.AwsClients;
import dev.sallyport.aws.shared.AwsService;
import dev.sallyport.aws.shared.Patience;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.sns.SnsClient;

/** Binds the topic; needs {@link TopicSettings} and the queues. */
@Module(includes = AwsQueueModule.class)
public interface AwsTopicModule {
  /** The topic. */
  @Binds
  Topic topic(SnsTopic topic);

  /** The client, which is made only when a topic is published to. */
  @Provides
  @Singleton
  static SnsClient client(AwsClients clients) {
    return clients.configure(SnsClient.builder(), AwsService.SNS, Patience.REQUEST).build();
  }
}
