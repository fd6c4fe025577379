package dev.sallyport.aws.notification;

import dagger.Lazy;
import dev.sallyport.aws.shared.Failures;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.EventBridgeConfiguration;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.NotificationConfigurationFilter;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.TopicConfiguration;

/**
 * Reads and replaces notifications by <a
 * href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html">PutBucketNotificationConfiguration</a>.
 */
final class S3BucketNotifications implements BucketNotifications {
  private static final String PORT = "bucket notifications";
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;

  private final Lazy<S3Client> client;

  @Inject
  S3BucketNotifications(Lazy<S3Client> client) {
    this.client = client;
  }

  @Override
  public NotificationTable read(String bucket) {
    return table(
        Failures.reading(
            PORT,
            () ->
                call(() ->
                    client
                        .get()
                        .getBucketNotificationConfiguration(request -> request.bucket(bucket)))));
  }

  @Override
  public void replace(String bucket, NotificationTable table) {
    NotificationConfiguration configuration = configuration(table);
    Failures.writing(
        PORT,
        () ->
            call(() ->
                client
                    .get()
                    .putBucketNotificationConfiguration(request ->
                        request.bucket(bucket).notificationConfiguration(configuration))));
  }

  /** Asks the service. */
  private interface Ask<T> {
    T ask();
  }

  private static <T> T call(Ask<T> ask) {
    try {
      return ask.ask();
    } catch (S3Exception e) {
      if (e.statusCode() == NOT_FOUND) {
        throw new MissingResourceException("there is no such bucket", e);
      }
      if (e.statusCode() == BAD_REQUEST) {
        throw new RefusedException("S3 does not take these notifications", e);
      }
      throw e;
    }
  }

  private static NotificationTable table(GetBucketNotificationConfigurationResponse response) {
    SequencedSet<Entry> entries = new LinkedHashSet<>();
    for (QueueConfiguration one : response.queueConfigurations()) {
      entries.add(
          entry(one.id(), Entry.Kind.QUEUE, one.queueArn(), one.eventsAsStrings(), one.filter()));
    }
    for (LambdaFunctionConfiguration one : response.lambdaFunctionConfigurations()) {
      entries.add(
          entry(
              one.id(),
              Entry.Kind.FUNCTION,
              one.lambdaFunctionArn(),
              one.eventsAsStrings(),
              one.filter()));
    }
    for (TopicConfiguration one : response.topicConfigurations()) {
      entries.add(
          entry(one.id(), Entry.Kind.TOPIC, one.topicArn(), one.eventsAsStrings(), one.filter()));
    }
    return new NotificationTable(entries, response.eventBridgeConfiguration() != null);
  }

  private static Entry entry(
      @Nullable String id,
      Entry.Kind kind,
      String arn,
      List<String> events,
      @Nullable NotificationConfigurationFilter filter) {
    Set<Entry.Rule> rules =
        filter == null || filter.key() == null
            ? Set.of()
            : filter.key().filterRules().stream()
                .map(rule -> new Entry.Rule(rule.nameAsString(), rule.value()))
                .collect(Collectors.toSet());
    return new Entry(id == null ? "" : id, kind, arn, Set.copyOf(events), rules);
  }

  private static NotificationConfiguration configuration(NotificationTable table) {
    NotificationConfiguration.Builder configuration =
        NotificationConfiguration.builder()
            .queueConfigurations(
                of(table, Entry.Kind.QUEUE).stream()
                    .map(entry ->
                        QueueConfiguration.builder()
                            .id(idOf(entry))
                            .queueArn(entry.arn())
                            .eventsWithStrings(entry.events())
                            .filter(filter(entry))
                            .build())
                    .toList())
            .lambdaFunctionConfigurations(
                of(table, Entry.Kind.FUNCTION).stream()
                    .map(entry ->
                        LambdaFunctionConfiguration.builder()
                            .id(idOf(entry))
                            .lambdaFunctionArn(entry.arn())
                            .eventsWithStrings(entry.events())
                            .filter(filter(entry))
                            .build())
                    .toList())
            .topicConfigurations(
                of(table, Entry.Kind.TOPIC).stream()
                    .map(entry ->
                        TopicConfiguration.builder()
                            .id(idOf(entry))
                            .topicArn(entry.arn())
                            .eventsWithStrings(entry.events())
                            .filter(filter(entry))
                            .build())
                    .toList());
    if (table.eventBridge()) {
      configuration.eventBridgeConfiguration(EventBridgeConfiguration.builder().build());
    }
    return configuration.build();
  }

  private static List<Entry> of(NotificationTable table, Entry.Kind kind) {
    return table.entries().stream().filter(entry -> entry.kind() == kind).toList();
  }

  /** S3 makes an id for an entry that was given none. */
  private static @Nullable String idOf(Entry entry) {
    return entry.id().isEmpty() ? null : entry.id();
  }

  private static @Nullable NotificationConfigurationFilter filter(Entry entry) {
    if (entry.rules().isEmpty()) {
      return null;
    }
    List<FilterRule> rules =
        entry.rules().stream()
            .map(rule -> FilterRule.builder().name(rule.name()).value(rule.value()).build())
            .toList();
    return NotificationConfigurationFilter.builder().key(key -> key.filterRules(rules)).build();
  }
}
