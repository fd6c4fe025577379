package dev.sallyport.aws.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.aws.shared.CannedHttp;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.utils.Md5Utils;

/** What becomes of messages of which SQS takes some. */
class BatchSenderTest {
  private final CannedHttp http = new CannedHttp();
  private final MessageQueue queue =
      QueueComponent.on(
              URI.create("https://sqs.example.com"),
              http,
              new SqsSettings.Queue(
                  "audit",
                  URI.create("https://sqs.example.com/123456789012/audit"),
                  URI.create("https://sqs.example.com/123456789012/audit-dead")))
          .queues()
          .queue("audit");

  @Test
  void whatWasNotTakenIsSentAgainAlone() {
    // The answer says nothing of the third one, which nobody may take for sent.
    answer(taken("m0", "first"), failed("m1", false));
    answer(taken("m1", "second") + "," + taken("m2", "third"), "");

    queue.sendAll(List.of("first", "second", "third"));

    assertThat(http.requests()).hasSize(2);
    assertThat(http.requests().get(0).body()).contains("first", "second", "third");
    assertThat(http.requests().get(1).body()).contains("second", "third").doesNotContain("first");
  }

  @Test
  void whatIsNeverTakenEndsInDoubtAboutTheWhole() {
    answer(taken("m0", "first"), failed("m1", false));
    answer("", failed("m1", false));
    answer("", failed("m1", false));

    assertThatThrownBy(() -> queue.sendAll(List.of("first", "second")))
        .isInstanceOf(OutcomeUnknownException.class);
    assertThat(http.requests()).hasSize(BatchSender.ROUNDS);
  }

  @Test
  void nothingTakenIsCertainlyNotSent() {
    for (int i = 0; i < BatchSender.ROUNDS; i++) {
      answer("", failed("m0", false));
    }

    assertThatThrownBy(() -> queue.sendAll(List.of("first")))
        .isInstanceOf(PortUnavailableException.class);
  }

  @Test
  void whatTheSenderIsToBlameForIsNotSentAgain() {
    answer("", failed("m0", true));

    assertThatThrownBy(() -> queue.sendAll(List.of("first")))
        .isInstanceOf(PortUnavailableException.class);
    assertThat(http.requests()).hasSize(1);
  }

  @Test
  void refusalOfALaterBatchLeavesTheWholeInDoubt() {
    StringBuilder ten = new StringBuilder(taken("m0", "x"));
    for (int i = 1; i < 10; i++) {
      ten.append(',').append(taken("m" + i, "x"));
    }
    answer(ten.toString(), "");
    http.answer(400, Map.of(), "{\"__type\":\"com.amazonaws.sqs#AccessDenied\"}");

    assertThatThrownBy(() -> queue.sendAll(Collections.nCopies(11, "x")))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void batchesKeepBothLimitsAndTheOrder() {
    long seed = 20261121;
    Random random = new Random(seed);
    for (int round = 0; round < 200; round++) {
      List<String> bodies = new ArrayList<>();
      for (int i = random.nextInt(60); i > 0; i--) {
        int most = random.nextBoolean() ? 10 : MessageQueue.MAX_BODY_BYTES / 3;
        bodies.add("\u20ac".repeat(1 + random.nextInt(most)));
      }

      List<List<String>> batches = BatchSender.batches(bodies);

      String where = "seed " + seed + ", round " + round;
      assertThat(batches.stream().flatMap(List::stream).toList()).as(where).isEqualTo(bodies);
      assertThat(batches)
          .as(where)
          .allSatisfy(batch -> {
            assertThat(batch).hasSizeBetween(1, 10);
            assertThat(batch.stream().mapToInt(BatchSenderTest::bytes).sum())
                .isLessThanOrEqualTo(BatchSender.MOST_BYTES);
          });
    }
  }

  private static int bytes(String body) {
    return body.getBytes(StandardCharsets.UTF_8).length;
  }

  private void answer(String taken, String failed) {
    http.answer(200, Map.of(), "{\"Successful\":[%s],\"Failed\":[%s]}".formatted(taken, failed));
  }

  /** The SDK believes SQS only with the body's digest. */
  private static String taken(String id, String body) {
    return "{\"Id\":\"%s\",\"MessageId\":\"x\",\"MD5OfMessageBody\":\"%s\"}"
        .formatted(
            id,
            HexFormat.of()
                .formatHex(Md5Utils.computeMD5Hash(body.getBytes(StandardCharsets.UTF_8))));
  }

  private static String failed(String id, boolean sendersFault) {
    return "{\"Id\":\"%s\",\"SenderFault\":%b,\"Code\":\"InternalError\"}"
        .formatted(id, sendersFault);
  }
}
