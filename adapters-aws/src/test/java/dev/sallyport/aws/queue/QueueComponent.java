package dev.sallyport.aws.queue;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.aws.shared.AwsClients;
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
import software.amazon.awssdk.services.sqs.SqsClient;

/** Queues as an entrypoint wires them. */
@Singleton
@Component(modules = {AwsSharedModule.class, AwsQueueModule.class})
interface QueueComponent {
  SqsQueues queues();

  SqsClient client();

  AwsClients clients();

  /** Takes what an entrypoint would bring. */
  @Component.Factory
  interface Factory {
    QueueComponent create(
        @BindsInstance AwsSettings aws,
        @BindsInstance SqsSettings settings,
        @BindsInstance SdkHttpClient http);
  }

  static QueueComponent on(URI endpoint, SdkHttpClient http, SqsSettings.Queue... queues) {
    AwsSettings aws =
        new AwsSettings(
            "us-east-1",
            Optional.of(SigningCredentials.of("AK", "SK")),
            Map.of(AwsService.SQS, endpoint));
    return DaggerQueueComponent.factory().create(aws, new SqsSettings(List.of(queues)), http);
  }
}
