package dev.sallyport.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.sallyport.lambda.event.RecordedEvents;
import dev.sallyport.lambda.settings.ConfigurationException;
import dev.sallyport.lambda.settings.LambdaEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What each function has to be told, and that it starts with that and speaks to nobody. */
class HandlersTest {
  private static final Map<String, String> TEXTS =
      Map.ofEntries(
          Map.entry("AWS_REGION", "eu-central-1"),
          Map.entry("SALLYPORT_ISSUER", "https://127.0.0.1:1/pool"),
          Map.entry("SALLYPORT_CLIENT_IDS", "client"),
          Map.entry("SALLYPORT_CLIENT_ID", "client"),
          Map.entry("SALLYPORT_PAGE_TOKEN_KEY", "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="),
          Map.entry("SALLYPORT_TABLE_PREFIX", "example"),
          Map.entry("SALLYPORT_QUARANTINE_BUCKET", "example-quarantine"),
          Map.entry("SALLYPORT_CLEAN_BUCKET", "example-clean"),
          Map.entry("SALLYPORT_ASSETS_BUCKET", "example-assets"),
          Map.entry("SALLYPORT_ASSETS_URL", "https://cdn.example.org"),
          Map.entry("SALLYPORT_RENDITIONS_QUEUE", "https://sqs.invalid/1/renditions"),
          Map.entry("SALLYPORT_RENDITIONS_DEAD_QUEUE", "https://sqs.invalid/1/renditions-dead"),
          Map.entry("SALLYPORT_SANITIZATION_QUEUE", "https://sqs.invalid/1/sanitization"),
          Map.entry("SALLYPORT_SANITIZATION_DEAD_QUEUE", "https://sqs.invalid/1/dead"),
          Map.entry("SALLYPORT_AUDIT_QUEUE", "https://sqs.invalid/1/audit"),
          Map.entry("SALLYPORT_AUDIT_DEAD_QUEUE", "https://sqs.invalid/1/audit-dead"),
          Map.entry("SALLYPORT_TRACKER_QUEUE", "https://sqs.invalid/1/tracker"),
          Map.entry("SALLYPORT_TRACKER_DEAD_QUEUE", "https://sqs.invalid/1/tracker-dead"),
          Map.entry("SALLYPORT_HEAT_MAP_QUEUE", "https://sqs.invalid/1/heat"),
          Map.entry("SALLYPORT_HEAT_MAP_DEAD_QUEUE", "https://sqs.invalid/1/heat-dead"),
          Map.entry("SALLYPORT_ACTIVITY_QUEUE", "https://sqs.invalid/1/activity"),
          Map.entry("SALLYPORT_ACTIVITY_DEAD_QUEUE", "https://sqs.invalid/1/activity-dead"),
          Map.entry("SALLYPORT_PICTURES_QUEUE", "https://sqs.invalid/1/pictures"),
          Map.entry("SALLYPORT_PICTURES_DEAD_QUEUE", "https://sqs.invalid/1/pictures-dead"));

  /**
   * A function.
   *
   * @param name for people
   * @param start makes it
   * @param needed the variables without which it does not start
   */
  record Handler(
      String name, Function<LambdaEnvironment, RequestStreamHandler> start, List<String> needed) {
    Handler(
        String name, Function<LambdaEnvironment, RequestStreamHandler> start, String... needed) {
      this(name, start, List.of(needed));
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Handler> handlers() {
    String[] judging = {
      "AWS_REGION", "SALLYPORT_TABLE_PREFIX", "SALLYPORT_QUARANTINE_BUCKET",
      "SALLYPORT_CLEAN_BUCKET", "SALLYPORT_SANITIZATION_QUEUE", "SALLYPORT_SANITIZATION_DEAD_QUEUE"
    };
    String[] everyQueue =
        Stream.concat(
                Stream.of(judging),
                Stream.of("AUDIT", "HEAT_MAP", "TRACKER", "ACTIVITY", "RENDITIONS", "PICTURES")
                    .flatMap(queue ->
                        Stream.of(
                            "SALLYPORT_" + queue + "_QUEUE", "SALLYPORT_" + queue + "_DEAD_QUEUE")))
            .toArray(String[]::new);
    return Stream.of(
        new Handler(
            "authorizer", AuthorizerHandler::new, "SALLYPORT_ISSUER", "SALLYPORT_CLIENT_IDS"),
        new Handler(
            "auth",
            AuthHandler::new,
            "AWS_REGION",
            "SALLYPORT_ISSUER",
            "SALLYPORT_CLIENT_IDS",
            "SALLYPORT_CLIENT_ID",
            "SALLYPORT_TABLE_PREFIX"),
        new Handler(
            "tracker",
            TrackerHandler::new,
            "AWS_REGION",
            "SALLYPORT_TABLE_PREFIX",
            "SALLYPORT_TRACKER_QUEUE",
            "SALLYPORT_TRACKER_DEAD_QUEUE"),
        new Handler(
            "pictures",
            AvatarUploadHandler::new,
            "AWS_REGION",
            "SALLYPORT_ISSUER",
            "SALLYPORT_CLIENT_IDS",
            "SALLYPORT_TABLE_PREFIX",
            "SALLYPORT_QUARANTINE_BUCKET",
            "SALLYPORT_CLEAN_BUCKET"),
        new Handler(
            "announced pictures",
            ProfilePictureHandler::new,
            "AWS_REGION",
            "SALLYPORT_TABLE_PREFIX",
            "SALLYPORT_PICTURES_QUEUE",
            "SALLYPORT_PICTURES_DEAD_QUEUE"),
        new Handler(
            "activity",
            ActivityHandler::new,
            "AWS_REGION",
            "SALLYPORT_TABLE_PREFIX",
            "SALLYPORT_ACTIVITY_QUEUE",
            "SALLYPORT_ACTIVITY_DEAD_QUEUE"),
        new Handler(
            "SLA errors",
            FileSlaErrorHandler::new,
            "AWS_REGION",
            "SALLYPORT_ISSUER",
            "SALLYPORT_CLIENT_IDS",
            "SALLYPORT_PAGE_TOKEN_KEY",
            "SALLYPORT_TABLE_PREFIX"),
        new Handler(
            "migrations",
            MigrationHandler::new,
            "AWS_REGION",
            "SALLYPORT_ISSUER",
            "SALLYPORT_CLIENT_IDS",
            "SALLYPORT_TABLE_PREFIX"),
        new Handler(
            "queues",
            QueuesHandler::new,
            Stream.concat(
                    Stream.of("SALLYPORT_ISSUER", "SALLYPORT_CLIENT_IDS"),
                    Stream.of(everyQueue)
                        .filter(name -> name.endsWith("_QUEUE") || name.equals("AWS_REGION")))
                .toArray(String[]::new)),
        new Handler(
            "service",
            ServiceApiHandler::new,
            "AWS_REGION",
            "SALLYPORT_ISSUER",
            "SALLYPORT_CLIENT_IDS",
            "SALLYPORT_PAGE_TOKEN_KEY",
            "SALLYPORT_TABLE_PREFIX",
            "SALLYPORT_QUARANTINE_BUCKET",
            "SALLYPORT_CLEAN_BUCKET",
            "SALLYPORT_ASSETS_URL"),
        new Handler("sanitization", SanitizationHandler::new, judging),
        new Handler("schedule", ScheduleHandler::new, everyQueue),
        new Handler(
            "outbox",
            OutboxHandler::new,
            "AWS_REGION",
            "SALLYPORT_TABLE_PREFIX",
            "SALLYPORT_AUDIT_QUEUE",
            "SALLYPORT_AUDIT_DEAD_QUEUE",
            "SALLYPORT_HEAT_MAP_QUEUE",
            "SALLYPORT_HEAT_MAP_DEAD_QUEUE",
            "SALLYPORT_TRACKER_QUEUE",
            "SALLYPORT_TRACKER_DEAD_QUEUE",
            "SALLYPORT_ACTIVITY_QUEUE",
            "SALLYPORT_ACTIVITY_DEAD_QUEUE",
            "SALLYPORT_RENDITIONS_QUEUE",
            "SALLYPORT_RENDITIONS_DEAD_QUEUE"),
        new Handler(
            "heat map",
            HeatMapHandler::new,
            "AWS_REGION",
            "SALLYPORT_TABLE_PREFIX",
            "SALLYPORT_HEAT_MAP_QUEUE",
            "SALLYPORT_HEAT_MAP_DEAD_QUEUE"),
        new Handler(
            "tracker",
            TrackerHandler::new,
            "AWS_REGION",
            "SALLYPORT_TABLE_PREFIX",
            "SALLYPORT_TRACKER_QUEUE",
            "SALLYPORT_TRACKER_DEAD_QUEUE"),
        new Handler(
            "pictures",
            PicturesHandler::new,
            "AWS_REGION",
            "SALLYPORT_TABLE_PREFIX",
            "SALLYPORT_QUARANTINE_BUCKET",
            "SALLYPORT_CLEAN_BUCKET",
            "SALLYPORT_ASSETS_BUCKET",
            "SALLYPORT_RENDITIONS_QUEUE",
            "SALLYPORT_RENDITIONS_DEAD_QUEUE",
            "SALLYPORT_PICTURES_QUEUE",
            "SALLYPORT_PICTURES_DEAD_QUEUE"),
        new Handler("notifications", PatchS3NotificationsHandler::new, "AWS_REGION"));
  }

  private static Map<String, String> variables(Handler handler) {
    Map<String, String> variables = new HashMap<>(TEXTS);
    variables.keySet().retainAll(handler.needed());
    return variables;
  }

  @ParameterizedTest
  @MethodSource("handlers")
  void aFunctionStartsWithWhatItNeedsAndNothingElse(Handler handler) {
    Map<String, String> variables = variables(handler);
    assertThat(handler.start().apply(new LambdaEnvironment(variables))).isNotNull();
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    assertThat(handler.start().apply(new LambdaEnvironment(variables))).isNotNull();
  }

  @ParameterizedTest
  @MethodSource("handlers")
  void allThatIsMissingIsNamedAtOnce(Handler handler) {
    LambdaEnvironment empty = new LambdaEnvironment(Map.of());
    ConfigurationException thrown =
        catchThrowableOfType(ConfigurationException.class, () -> handler.start().apply(empty));
    assertThat(thrown).isNotNull();
    assertThat(thrown.getMessage()).contains(handler.needed());
    assertThat(String.valueOf(thrown.getMessage()).split("; ", -1)).hasSameSizeAs(handler.needed());
  }

  @Test
  void theServiceAnswersUnderTheNameThatLambdaGivesTheInvocation() throws IOException {
    Map<String, String> variables = new HashMap<>(TEXTS);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ServiceApiHandler(new LambdaEnvironment(variables))
        .handleRequest(
            RecordedEvents.stream(Events.http("GET", "/service/status", "", Map.of(), "")),
            out,
            new FixedContext("invocation-1", 3_000));
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("\"statusCode\":200", "\"X-Request-Id\":\"invocation-1\"");
  }

  @Test
  void theAuthorizerSaysNothingOfATokenWhoseKeysCannotBeHad() {
    // A token that looks like one, of an issuer whose address nobody listens at.
    String token =
        "eyJhbGciOiJSUzI1NiIsImtpZCI6ImsxIn0.eyJpc3MiOiJodHRwczovL2lzc3Vlci5pbnZhbGlkL3Bvb2wifQ.c2ln";
    RequestStreamHandler authorizer =
        new AuthorizerHandler(new LambdaEnvironment(new HashMap<>(TEXTS)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatExceptionOfType(InvocationFailedException.class)
        .isThrownBy(() ->
            authorizer.handleRequest(
                RecordedEvents.stream(
                    Events.authorizer(
                        "GET", "/avatars", Map.of("authorization", "Bearer " + token))),
                out,
                new FixedContext("invocation-2", 3_000)))
        .withNoCause();
    assertThat(out.size()).isZero();
  }
}
