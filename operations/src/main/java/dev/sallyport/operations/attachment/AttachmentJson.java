package dev.sallyport.operations.attachment;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentState;
import dev.sallyport.domain.attachment.AttachmentState.Expired;
import dev.sallyport.domain.attachment.AttachmentState.Granted;
import dev.sallyport.domain.attachment.AttachmentState.Judged;
import dev.sallyport.domain.attachment.AttachmentState.Quarantined;
import dev.sallyport.domain.attachment.DisplayName;
import dev.sallyport.domain.sanitization.Check;
import dev.sallyport.domain.sanitization.GivenVerdict;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Rejudgement;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.Verdict;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.UuidShape;
import dev.sallyport.operations.json.WordShape;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What senders and triagers are told of an attachment. */
public final class AttachmentJson {
  /** The states as they stand in answers. */
  public static final WordShape STATE =
      WordShape.of(
          List.of(
              "GRANTED", "QUARANTINED", "CLEAN", "DISARMED", "VALIDATED", "REJECTED", "EXPIRED"));

  private static final Member ID = Member.required("attachmentId", new UuidShape());

  private static final Member[] VERDICT = {
    Member.required("state", STATE)
        .says(
            "Where it stands. After one of the last five nothing happens by itself; new rules may"
                + " judge a retained original again."),
    Member.optional("reason", WordShape.of(ReasonCode.class))
        .says("Why it was rejected or has expired."),
    Member.optional("contentType", TextShape.text(1, 255)).says("Type of the clean bytes."),
    Member.optional("size", new IntegerShape(0, Long.MAX_VALUE))
        .says("Number of the bytes: as they arrived, then of the clean ones."),
    Member.optional("sha256", TextShape.of("[0-9a-f]{64}", 64, "64 lower-case hexadecimal digits"))
        .says("Digest of the clean bytes."),
    Member.optional(
            "removed",
            ArrayShape.of(
                ObjectShape.of(
                    Member.required("kind", WordShape.of(Removal.Kind.class)),
                    Member.required("count", new IntegerShape(1, Long.MAX_VALUE))),
                1,
                100))
        .says("What stood in the original and was taken out."),
    Member.optional("checks", ArrayShape.unique(WordShape.of(Check.class), 0, 100))
        .says("Which checks ran, in their order.")
  };

  /** What a sender sees. */
  public static final Shape SHAPE = shape(ID);

  /** A verdict with the rules that gave it. */
  public static final Shape GIVEN_VERDICT =
      ObjectShape.of(
          Member.required(
              "state", WordShape.of(List.of("CLEAN", "DISARMED", "VALIDATED", "REJECTED"))),
          Member.optional("reason", WordShape.of(ReasonCode.class)).says("Why it was rejected."),
          Member.required("sanitizer", TextShape.text(1, 32)).says("The rules that decided."));

  /** What a triager sees: also the sender's name for it, and what an earlier verdict was. */
  public static final Shape NAMED_SHAPE =
      shape(
          ID,
          Member.optional("name", TextShape.text(1, DisplayName.MAX_LENGTH)),
          Member.optional("sanitizer", TextShape.text(1, 32))
              .says("The rules that gave the verdict."),
          Member.optional("previously", GIVEN_VERDICT)
              .says("The verdict before the last change, when it was judged again."));

  /** Its state alone. */
  public static final Shape STATE_SHAPE = ObjectShape.of(ID, Member.required("state", STATE));

  private AttachmentJson() {}

  /** Writes {@link #SHAPE}. */
  public static void write(Attachment attachment, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("attachmentId", attachment.id().toString());
    writeState(attachment.state(), out);
    out.writeEndObject();
  }

  /** Writes {@link #NAMED_SHAPE}. */
  public static void writeNamed(Attachment attachment, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("attachmentId", attachment.id().toString());
    if (attachment.declaration().name().isPresent()) {
      out.writeStringField("name", attachment.declaration().name().get().value());
    }
    writeState(attachment.state(), out);
    if (attachment.state() instanceof Judged judged) {
      out.writeStringField("sanitizer", judged.judgement().sanitizer().value());
      Optional<GivenVerdict> previously = judged.rejudged().flatMap(Rejudgement::previously);
      if (previously.isPresent()) {
        out.writeFieldName("previously");
        write(previously.get(), out);
      }
    }
    out.writeEndObject();
  }

  /** Writes {@link #GIVEN_VERDICT}. */
  public static void write(GivenVerdict given, JsonGenerator out) throws IOException {
    out.writeStartObject();
    out.writeStringField("state", state(given.verdict()));
    if (given.verdict() instanceof Verdict.Rejected(ReasonCode reason)) {
      out.writeStringField("reason", reason.name());
    }
    out.writeStringField("sanitizer", given.sanitizer().value());
    out.writeEndObject();
  }

  /** Returns the word for a state. */
  public static String state(AttachmentState state) {
    return switch (state) {
      case Granted _ -> "GRANTED";
      case Quarantined _ -> "QUARANTINED";
      case Expired _ -> "EXPIRED";
      case Judged judged -> state(judged.judgement().verdict());
    };
  }

  private static String state(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Clean _ -> "CLEAN";
      case Verdict.Disarmed _ -> "DISARMED";
      case Verdict.Validated _ -> "VALIDATED";
      case Verdict.Rejected _ -> "REJECTED";
    };
  }

  private static void writeState(AttachmentState state, JsonGenerator out) throws IOException {
    out.writeStringField("state", state(state));
    switch (state) {
      case Granted _ -> {}
      case Quarantined quarantined -> out.writeNumberField("size", quarantined.size().bytes());
      case Expired expired -> out.writeStringField("reason", expired.reason().name());
      case Judged judged -> writeJudgement(judged.judgement(), out);
    }
  }

  private static void writeJudgement(Judgement judgement, JsonGenerator out) throws IOException {
    switch (judgement.verdict()) {
      case Verdict.Rejected(ReasonCode reason) -> out.writeStringField("reason", reason.name());
      case Verdict.Clean _, Verdict.Disarmed _, Verdict.Validated _ -> {
        writeOutput(judgement, out);
        if (!judgement.verdict().removed().isEmpty()) {
          writeRemoved(judgement.verdict().removed(), out);
        }
      }
    }
    out.writeArrayFieldStart("checks");
    for (Check check : judgement.checks().stream().sorted().toList()) {
      out.writeString(check.name());
    }
    out.writeEndArray();
  }

  private static void writeOutput(Judgement judgement, JsonGenerator out) throws IOException {
    Judgement.Output output = judgement.output().orElseThrow();
    out.writeStringField("contentType", output.type().servedAs().value());
    out.writeNumberField("size", output.size().bytes());
    out.writeStringField("sha256", output.sha256().hex());
  }

  private static void writeRemoved(List<Removal> removed, JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("removed");
    for (Removal removal : removed) {
      out.writeStartObject();
      out.writeStringField("kind", removal.kind().name());
      out.writeNumberField("count", removal.count());
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private static Shape shape(Member... first) {
    return ObjectShape.of(
        Stream.concat(Arrays.stream(first), Arrays.stream(VERDICT)).toArray(Member[]::new));
  }
}
