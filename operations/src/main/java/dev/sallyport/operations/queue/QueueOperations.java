package dev.sallyport.operations.queue;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.application.queue.PeekDeadLetters;
import dev.sallyport.application.queue.port.DeadLetter;
import dev.sallyport.application.queue.port.MessageQueue;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.Call;
import dev.sallyport.operations.ErrorCode;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.Parameter;
import dev.sallyport.operations.Queues;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.BooleanShape;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What operators see of queues and do with what these have given up. */
final class QueueOperations {
  private static final String QUEUES = "/service/operations/queues";
  private static final int MAX_QUEUES = 100;

  /** Most UTF-16 units of a message that are shown; none of ours has as many. */
  private static final int MAX_SHOWN = 4_096;

  private static final IntegerShape COUNT = new IntegerShape(0, Long.MAX_VALUE);
  private static final TextShape NAME = TextShape.text(1, 80);

  private static final Shape DEPTH =
      ObjectShape.of(
          Member.required("queue", NAME),
          Member.required("visible", COUNT).says("Ready to be received. All counts may lag."),
          Member.required("hidden", COUNT).says("In somebody's hands."),
          Member.required("delayed", COUNT).says("Not shown yet."),
          Member.required("dead", COUNT).says("Given up."));

  private static final Shape DEPTHS =
      ObjectShape.of(Member.required("queues", ArrayShape.of(DEPTH, 0, MAX_QUEUES)));

  private static final Shape LETTERS =
      ObjectShape.of(
          Member.required(
              "deadLetters",
              ArrayShape.of(
                  ObjectShape.of(
                      Member.required("id", TextShape.text(1, 100)),
                      Member.required("reason", TextShape.text(1, 64)),
                      Member.required("sentAt", TextShape.instant()),
                      Member.required("message", TextShape.text(0, MAX_SHOWN))
                          .says("Its beginning; ids, no personal data."),
                      Member.required("whole", new BooleanShape())
                          .says("Whether that is all of it.")),
                  0,
                  MessageQueue.MAX_BATCH)));

  private static final Parameter QUEUE =
      Parameter.path("queue", NAME, "The name of a queue of this deployment.");

  private final Queues queues;
  private final PeekDeadLetters peekDeadLetters;

  @Inject
  QueueOperations(Queues queues, PeekDeadLetters peekDeadLetters) {
    this.queues = queues;
    this.peekDeadLetters = peekDeadLetters;
  }

  Set<HttpOperation> all() {
    return Set.of(
        HttpOperation.of("showQueues", "GET", QUEUES, AccessRule.ADMIN)
            .summary("Shows how many messages wait in each queue and how many were given up.")
            .answers(200, "The queues, by name.", DEPTHS)
            .calls(this::show),
        HttpOperation.of(
                "showDeadLetters", "GET", QUEUES + "/{queue}/dead-letters", AccessRule.ADMIN)
            .summary("Shows some of what a queue has given up, and why; changes nothing.")
            .takes(QUEUE)
            .takes(
                Parameter.query(
                    "limit",
                    new IntegerShape(1, MessageQueue.MAX_BATCH),
                    "Most dead letters; 10 if left out."))
            .answers(200, "Some dead letters; another call may show others.", LETTERS)
            .refuses(ErrorCode.NOT_FOUND)
            .calls(this::peek),
        HttpOperation.of("redriveQueue", "POST", QUEUES + "/{queue}/redrive", AccessRule.ADMIN)
            .summary("Starts to move all that a queue has given up back into it.")
            .takes(QUEUE)
            .answers(202, "It goes on by itself; the queue as it was.", DEPTH)
            .refuses(ErrorCode.NOT_FOUND)
            .calls(this::redrive));
  }

  private Answer show(Call call) {
    List<MessageQueue> all =
        queues.byName().values().stream().sorted(Comparator.comparing(MessageQueue::name)).toList();
    List<MessageQueue.Depth> depths = all.stream().map(MessageQueue::depth).toList();
    return Answer.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("queues");
          for (int i = 0; i < all.size(); i++) {
            write(all.get(i), depths.get(i), out);
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private Answer peek(Call call) {
    Optional<MessageQueue> queue = queue(call);
    if (queue.isEmpty()) {
      return Answer.refuse(ErrorCode.NOT_FOUND);
    }
    int limit =
        call.findParameter("limit", Long.class).orElse((long) MessageQueue.MAX_BATCH).intValue();
    List<DeadLetter> letters = peekDeadLetters.peek(queue.get().deadLetters(), limit);
    return Answer.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("deadLetters");
          for (DeadLetter letter : letters) {
            write(letter, out);
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private Answer redrive(Call call) {
    Optional<MessageQueue> queue = queue(call);
    if (queue.isEmpty()) {
      return Answer.refuse(ErrorCode.NOT_FOUND);
    }
    MessageQueue.Depth before = queue.get().depth();
    queue.get().redrive();
    return Answer.json(202, out -> write(queue.get(), before, out));
  }

  private Optional<MessageQueue> queue(Call call) {
    return Optional.ofNullable(queues.byName().get(call.parameter("queue", String.class)));
  }

  private static void write(MessageQueue queue, MessageQueue.Depth depth, JsonGenerator out)
      throws IOException {
    out.writeStartObject();
    out.writeStringField("queue", queue.name());
    out.writeNumberField("visible", depth.visible());
    out.writeNumberField("hidden", depth.hidden());
    out.writeNumberField("delayed", depth.delayed());
    out.writeNumberField("dead", depth.dead());
    out.writeEndObject();
  }

  private static void write(DeadLetter letter, JsonGenerator out) throws IOException {
    String body = letter.body();
    String shown = beginning(body);
    out.writeStartObject();
    out.writeStringField("id", letter.id());
    out.writeStringField("reason", letter.reason());
    out.writeStringField("sentAt", letter.sentAt().toString());
    out.writeStringField("message", shown);
    out.writeBooleanField("whole", shown.length() == body.length());
    out.writeEndObject();
  }

  /** Cuts between characters, never within one. */
  private static String beginning(String body) {
    int end = Math.min(body.length(), MAX_SHOWN);
    boolean splits = end < body.length() && Character.isHighSurrogate(body.charAt(end - 1));
    return body.substring(0, splits ? end - 1 : end);
  }
}
