package dev.sallyport.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.contract.fixtures.Await;
import dev.sallyport.lambda.event.RecordedEvents;
import dev.sallyport.operations.IncomingMessage;
import dev.sallyport.operations.MessageOperation;
import dev.sallyport.operations.MessageOutcome;
import dev.sallyport.operations.Queues;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageFunctionTest {
  private static final Duration VISIBILITY = Duration.ofSeconds(60);
  private static final MessageOutcome DONE = new MessageOutcome.Done();

  private final RecordedQueue queue = new RecordedQueue();
  private final RecordedMetrics metrics = new RecordedMetrics();
  private final List<String> handled = new ArrayList<>();
  private Duration visibility = VISIBILITY;
  private Function<String, MessageOutcome> rule = _ -> DONE;

  /** Does what the test says with the body of each message. */
  private final class Scripted implements MessageOperation {
    private final String id;

    Scripted(String id) {
      this.id = id;
    }

    @Override
    public String id() {
      return id;
    }

    @Override
    public String queue() {
      return "scripted";
    }

    @Override
    public Duration visibility() {
      return visibility;
    }

    @Override
    public MessageOutcome handle(IncomingMessage message) {
      handled.add(message.id());
      return rule.apply(message.body());
    }
  }

  private MessageFunction function() {
    return new MessageFunction(
        Set.of(new Scripted("judge")), new Queues(Map.of("scripted", queue)), metrics, metrics);
  }

  private String handle(String event, Supplier<Duration> remaining) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    function().handle(RecordedEvents.stream(event), out, remaining);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** A batch of messages m1, m2 and so on with these bodies. */
  private static String batch(String... bodies) {
    return Events.sqs(
        IntStream.range(0, bodies.length)
            .mapToObj(i -> new Events.Message("m" + (i + 1), "h" + (i + 1), bodies[i], 1))
            .toList());
  }

  private static String failures(String... ids) {
    return "{\"batchItemFailures\":["
        + String.join(
            ",",
            Set.of(ids).stream().sorted().map("{\"itemIdentifier\":\"%s\"}"::formatted).toList())
        + "]}";
  }

  private static Duration plenty() {
    return Duration.ofMinutes(10);
  }

  @Test
  void whatIsDoneIsLeftToLambdaToDelete() throws IOException {
    assertThat(handle(RecordedEvents.text("sqs.json"), MessageFunctionTest::plenty))
        .isEqualTo(failures());
    assertThat(handled)
        .containsExactly(
            "059f36b4-87a3-44ab-83d2-661975777701",
            "059f36b4-87a3-44ab-83d2-661975777702",
            "059f36b4-87a3-44ab-83d2-661975777703");
    assertThat(queue.events).isEmpty();
    assertThat(metrics.flushed)
        .hasSize(3)
        .containsOnly("messages.handled operation judge result done");
  }

  @Test
  void oneThatFailsDoesNotFailTheOthers() throws IOException {
    rule =
        body ->
            switch (body) {
              case "unavailable" -> throw new PortUnavailableException("store", null);
              case "mistake" -> throw new IllegalStateException("a stranger's secret");
              case "stack" -> throw new StackOverflowError();
              case "heap" -> throw new OutOfMemoryError();
              case "later" -> new MessageOutcome.RetryAfter(Duration.ofSeconds(90), "busy");
              case "never" -> new MessageOutcome.DeadLetter("malformed");
              default -> DONE;
            };
    assertThat(
            handle(
                batch("ok", "unavailable", "mistake", "stack", "heap", "later", "never", "ok"),
                MessageFunctionTest::plenty))
        .isEqualTo(failures("m2", "m3", "m4", "m5", "m6"));
    assertThat(handled).hasSize(8);
    assertThat(queue.events).containsExactly("hide h6 90", "dead m7 malformed");
    assertThat(metrics.flushed)
        .containsExactly(
            "messages.handled operation judge result done",
            "messages.handled operation judge result failed",
            "messages.handled operation judge result failed",
            "messages.handled operation judge result failed",
            "messages.handled operation judge result failed",
            "messages.handled operation judge result retry",
            "messages.handled operation judge result dead",
            "messages.handled operation judge result done");
    assertThat(metrics.flushes).isEqualTo(1);
  }

  @Test
  void aDeadLetterThatCannotBeSentComesAgain() throws IOException {
    queue.available = false;
    rule =
        body ->
            body.equals("never")
                ? new MessageOutcome.DeadLetter("malformed")
                : new MessageOutcome.RetryAfter(Duration.ofSeconds(5), "busy");
    assertThat(handle(batch("never", "later"), MessageFunctionTest::plenty))
        .isEqualTo(failures("m1", "m2"));
    assertThat(metrics.flushed).containsOnly("messages.handled operation judge result failed");
  }

  @Test
  void anEmptyBatchIsDoneWith() throws IOException {
    assertThat(handle("{\"Records\":[]}", MessageFunctionTest::plenty)).isEqualTo(failures());
    assertThat(handled).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"Records\":null}",
        "{\"Records\":[{\"messageId\":\"m1\",\"receiptHandle\":\"h1\"},{\"messageId\":\"m2\"}]}",
        "{\"Records\":[{\"messageId\":\"m1\",\"receiptHandle\":\"h1\"},"
      })
  void ofWhatIsNoBatchNothingIsHandledAndAllComesAgain(String event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () -> function().handle(RecordedEvents.stream(event), out, MessageFunctionTest::plenty))
        .withNoCause();
    assertThat(out.size()).isZero();
    assertThat(handled).isEmpty();
    assertThat(metrics.flushes).isEqualTo(1);
  }

  @Test
  void theRestGoesBackAtOnceWhenThereMayBeNoTimeForAnother() throws IOException {
    // Each message takes 25 seconds of what is left.
    Supplier<Duration> remaining = () -> Duration.ofSeconds(100 - 25L * handled.size());
    assertThat(handle(batch("a", "b", "c", "d"), remaining)).isEqualTo(failures("m3", "m4"));
    assertThat(handled).containsExactly("m1", "m2");
    assertThat(queue.events).containsExactly("hide h3 0", "hide h4 0");
    assertThat(metrics.flushed)
        .contains("messages.returned operation judge")
        .filteredOn(line -> line.startsWith("messages.returned"))
        .hasSize(2);
  }

  @Test
  void exactlyEnoughTimeIsEnough() throws IOException {
    assertThat(handle(batch("a", "b"), () -> VISIBILITY)).isEqualTo(failures());
    assertThat(handle(batch("a", "b"), () -> VISIBILITY.minusMillis(1))).isEqualTo(failures("m2"));
  }

  @Test
  void theFirstIsTriedHoweverLittleTimeThereIs() throws IOException {
    assertThat(handle(batch("a", "b"), () -> Duration.ZERO)).isEqualTo(failures("m2"));
    assertThat(handled).containsExactly("m1");
  }

  @Test
  void whatCannotBeGivenBackComesAgainNevertheless() throws IOException {
    queue.available = false;
    assertThat(handle(batch("a", "b"), () -> Duration.ZERO)).isEqualTo(failures("m2"));
  }

  @Test
  void whileItIsWorkedOnAMessageStaysHidden() throws IOException {
    visibility = Duration.ofMillis(40);
    rule =
        _ -> {
          Await.untilAsserted(() -> assertThat(queue.events).hasSizeGreaterThan(1));
          return DONE;
        };
    assertThat(handle(batch("slow"), MessageFunctionTest::plenty)).isEqualTo(failures());
    int extensions = queue.events.size();
    assertThat(queue.events).allSatisfy(event -> assertThat(event).startsWith("hide h1 "));
    rule = _ -> DONE;
    visibility = VISIBILITY;
    handle(batch("fast"), MessageFunctionTest::plenty);
    assertThat(queue.events).as("nothing is extended after its end").hasSize(extensions);
  }

  @Test
  void aFunctionHasOneOperation() {
    Queues queues = new Queues(Map.of("scripted", queue));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MessageFunction(Set.of(), queues, metrics, metrics));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new MessageFunction(
                Set.of(new Scripted("one"), new Scripted("other")), queues, metrics, metrics));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new MessageFunction(
                Set.of(new Scripted("one")), new Queues(Map.of()), metrics, metrics));
  }
}
