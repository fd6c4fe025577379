package dev.sallyport.lambda.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.application.queue.port.ReceiptHandle;
import dev.sallyport.application.queue.port.ReceivedMessage;
import dev.sallyport.application.sanitization.ArrivedObject;
import dev.sallyport.operations.sanitization.S3EventCodec;
import dev.sallyport.operations.sanitization.S3EventCodec.Notification;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqsBatchTest {
  private static List<ReceivedMessage> read(String event) throws IOException {
    return SqsBatch.read(RecordedEvents.stream(event)).messages();
  }

  private static List<ReceivedMessage> recorded() throws IOException {
    return read(RecordedEvents.text("sqs.json"));
  }

  private static List<ArrivedObject> objects(ReceivedMessage message) {
    return switch (S3EventCodec.decode(message.body())) {
      case Notification.Arrived(List<ArrivedObject> objects) -> objects;
      case Notification.Malformed _ -> throw new AssertionError("malformed");
    };
  }

  @Test
  void everyRecordIsAMessageInItsOrder() throws IOException {
    List<ReceivedMessage> messages = recorded();
    assertThat(messages)
        .extracting(ReceivedMessage::id)
        .containsExactly(
            "059f36b4-87a3-44ab-83d2-661975777701",
            "059f36b4-87a3-44ab-83d2-661975777702",
            "059f36b4-87a3-44ab-83d2-661975777703");
    assertThat(messages).extracting(ReceivedMessage::receiveCount).containsExactly(1, 3, 1);
    assertThat(messages.getFirst().handle())
        .isEqualTo(new ReceiptHandle("AQEBwJnKyrHigUMZj6rYigCgxlaS3SLy0a1="));
    assertThat(messages.getFirst().sentAt()).isEqualTo(Instant.parse("2026-03-10T05:16:23Z"));
  }

  @Test
  void bodiesArriveLetterByLetterSoThatKeysAreDecodedOnce() throws IOException {
    assertThat(recorded().get(0).body()).contains("\"attachments/red+flower%2B.jpg\"");
    assertThat(objects(recorded().get(0)))
        .extracting(ArrivedObject::key)
        .containsExactly("attachments/red flower+.jpg");
    assertThat(objects(recorded().get(1)))
        .extracting(ArrivedObject::key)
        .containsExactly("attachments/grün/100% sicher.txt");
  }

  @Test
  void theTestOfANotificationTellsOfNoObject() throws IOException {
    assertThat(objects(recorded().get(2))).isEmpty();
  }

  @Test
  void anEmptyBatchHasNoMessages() throws IOException {
    assertThat(read("{\"Records\":[]}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"Records\":null}",
        "{\"Records\":{}}",
        "{\"Records\":\"all\"}",
        "{\"records\":[]}",
        "{\"detail-type\":\"Scheduled Event\",\"detail\":{}}"
      })
  void whatNamesNoRecordsIsNoBatchThatCouldBeDoneWith(String event) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(event))
        .withMessage("an event of a queue has records");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"Records\":[null]}",
        "{\"Records\":[[]]}",
        "{\"Records\":[{\"messageId\":\"m\",\"body\":\"secret\"}]}",
        "{\"Records\":[{\"receiptHandle\":\"secret\",\"body\":\"b\"}]}",
        "{\"Records\":[{\"messageId\":{},\"receiptHandle\":\"secret\"}]}",
        "{\"Records\":[{\"eventSource\":\"aws:s3\",\"s3\":{\"object\":{\"key\":\"secret\"}}}]}"
      })
  void aRecordThatCouldNotBeAnsweredForFailsTheBatch(String event) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(event))
        .withMessage("a record has no message id or no receipt handle");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"ApproximateReceiveCount\":\"7\"}', 7",
    "'{\"ApproximateReceiveCount\":7}', 7",
    "'{\"ApproximateReceiveCount\":\"0\"}', 1",
    "'{\"ApproximateReceiveCount\":\"-3\"}', 1",
    "'{\"ApproximateReceiveCount\":\"many\"}', 1",
    "'{\"ApproximateReceiveCount\":\"\"}', 1",
    "'{\"ApproximateReceiveCount\":null}', 1",
    "'{\"ApproximateReceiveCount\":\"999999999999999999\"}', 2147483647",
    "'{\"ApproximateReceiveCount\":\"9999999999999999999\"}', 1",
    "'{}', 1",
    "'[]', 1",
    "null, 1"
  })
  void whatIsSaidOfAMessageDoesNotKeepItFromBeingHandled(String attributes, int receives)
      throws IOException {
    String event =
        "{\"Records\":[{\"messageId\":\"m\",\"receiptHandle\":\"h\",\"attributes\":"
            + attributes
            + "}]}";
    assertThat(read(event))
        .containsExactly(
            new ReceivedMessage("m", "", new ReceiptHandle("h"), receives, Instant.EPOCH));
  }

  @Test
  void aBatchThatIsCutOffIsNotHandledInPart() {
    String event = RecordedEvents.text("sqs.json");
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(event.substring(0, event.length() / 2)))
        .withMessageMatching("an event is no JSON from byte \\d+")
        .withNoCause();
  }
}
