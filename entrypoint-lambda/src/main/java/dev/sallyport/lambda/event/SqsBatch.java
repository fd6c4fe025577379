package dev.sallyport.lambda.event;

import dev.sallyport.application.queue.port.ReceiptHandle;
import dev.sallyport.application.queue.port.ReceivedMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Messages that Lambda has received from a queue for a function (<a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/with-sqs.html">event</a>), and what the
 * function says of them (<a
 * href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html#services-sqs-batchfailurereporting">partial
 * batch response</a>).
 *
 * @param messages all of them, in their order
 */
public record SqsBatch(List<ReceivedMessage> messages) {
  private static final int MOST_DIGITS = 18;

  /** Copies the list. */
  public SqsBatch {
    messages = List.copyOf(messages);
  }

  /**
   * Reads an event.
   *
   * @throws IOException when it is no JSON object, too large, names no records, or has one that
   *     could not be answered for. An answer without failures would have Lambda delete messages
   *     that nobody has read.
   */
  public static SqsBatch read(InputStream in) throws IOException {
    List<ReceivedMessage> messages = new ArrayList<>();
    AtomicBoolean named = new AtomicBoolean();
    EventReader.read(
        in,
        (name, event) -> {
          if (name.equals("Records") && event.isArray()) {
            named.set(true);
            event.items(() -> messages.add(message(event)));
          } else {
            event.skip();
          }
        });
    if (!named.get()) {
      throw new IOException("an event of a queue has records");
    }
    return new SqsBatch(messages);
  }

  private static ReceivedMessage message(EventReader event) throws IOException {
    Parts parts = new Parts();
    event.members(name -> parts.read(name, event));
    if (parts.id.isEmpty() || parts.handle.isEmpty()) {
      throw new IOException("a record has no message id or no receipt handle");
    }
    return new ReceivedMessage(
        parts.id,
        parts.body,
        new ReceiptHandle(parts.handle),
        Math.clamp(number(parts.attributes, "ApproximateReceiveCount"), 1, Integer.MAX_VALUE),
        Instant.ofEpochMilli(number(parts.attributes, "SentTimestamp")));
  }

  /** Zero for what is no number: a message is not kept from being handled by what is said of it. */
  private static long number(Map<String, String> attributes, String name) {
    String text = attributes.getOrDefault(name, "");
    boolean isNumber =
        !text.isEmpty()
            && text.length() <= MOST_DIGITS
            && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    return isNumber ? Long.parseLong(text) : 0;
  }

  private static final class Parts {
    private String id = "";
    private String handle = "";
    private String body = "";
    private Map<String, String> attributes = Map.of();

    void read(String name, EventReader event) throws IOException {
      switch (name) {
        case "messageId" -> id = event.text();
        case "receiptHandle" -> handle = event.text();
        case "body" -> body = event.text();
        case "attributes" -> attributes = event.textMembers();
        default -> event.skip();
      }
    }
  }

  /** Writes which messages have to come again; all others are deleted by Lambda. */
  public static void writeFailures(List<String> messageIds, OutputStream to) throws IOException {
    EventReader.write(
        to,
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("batchItemFailures");
          for (String id : messageIds) {
            out.writeStartObject();
            out.writeStringField("itemIdentifier", id);
            out.writeEndObject();
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }
}
