package dev.sallyport.aws.queue;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.queue.port.Topic;
import dev.sallyport.aws.shared.AwsService;
import dev.sallyport.aws.shared.AwsSettings;
import dev.sallyport.aws.shared.AwsSharedModule;
import dev.sallyport.domain.attachment.policy.SigningCredentials;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.http.SdkHttpClient;

/** A topic as an entrypoint wires it. */
@Singleton
@Component(modules = {AwsSharedModule.class, AwsTopicModule.class})
interface TopicComponent {
  Topic topic();

  SqsQueues queues();

  /** Takes what an entrypoint would bring. */
  @Component.Factory
  interface Factory {
    TopicComponent create(
        @BindsInstance AwsSettings aws,
        @BindsInstance SqsSettings queues,
        @BindsInstance TopicSettings topic,
        @BindsInstance SdkHttpClient http);
  }

  static TopicComponent on(
      URI endpoint, SdkHttpClient http, Optional<String> arn, SqsSettings.Queue queue) {
    AwsSettings aws =
        new AwsSettings(
            "us-east-1",
            Optional.of(SigningCredentials.of("AK", "SK")),
            Map.of(AwsService.SQS, endpoint, AwsService.SNS, endpoint));
    return DaggerTopicComponent.factory()
        .create(aws, new SqsSettings(List.of(queue)), new TopicSettings(queue.name(), arn), http);
  }
}
