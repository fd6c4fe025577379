package dev.sallyport.operations.attachment;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.application.attachment.GrantResult;
import dev.sallyport.application.attachment.UploadForm;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.ErrorCode;
import dev.sallyport.operations.RetryAfter;
import dev.sallyport.operations.json.BooleanShape;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.MapShape;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.UuidShape;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** What senders are told of a form, and why they get none. */
public final class UploadFormJson {
  /** The receipt of a grant. */
  public static final Member RECEIPT =
      Member.required("receipt", TextShape.text(43, 43))
          .says("Shows later that the attachments are the caller's; a secret.");

  private static final Member[] FORM = {
    Member.required("attachmentId", new UuidShape()),
    Member.required("encrypted", new BooleanShape()),
    Member.required("url", TextShape.uri())
        .says("Where to post the form to, as multipart/form-data."),
    Member.required("fields", new MapShape(TextShape.text(0, 16_384), 40, 128))
        .says("To be sent in this order, before the part named file."),
    Member.required("expiresAt", TextShape.instant()),
    Member.required("maxBytes", new IntegerShape(1, Long.MAX_VALUE))
  };

  /** One of several forms. */
  public static final Shape SHAPE = ObjectShape.of(FORM);

  /** One form that was granted alone, with its receipt. */
  public static final Shape WITH_RECEIPT =
      ObjectShape.of(Stream.concat(Stream.of(RECEIPT), Arrays.stream(FORM)).toArray(Member[]::new));

  /** Quarantine empties as verdicts fall, which takes seconds rather than hours. */
  private static final Duration UNTIL_QUARANTINE_DRAINS = Duration.ofMinutes(1);

  private UploadFormJson() {}

  /** Answers with forms, or says when it is worth asking again. */
  public static Answer answer(
      GrantResult result, Function<GrantResult.Granted, Answer> granted, Clock clock) {
    return switch (result) {
      case GrantResult.Granted forms -> granted.apply(forms);
      case GrantResult.QuotaExceeded exceeded ->
          Answer.refuse(ErrorCode.QUOTA_EXCEEDED)
              .header(
                  "Retry-After",
                  RetryAfter.seconds(Duration.between(clock.instant(), exceeded.windowEnds())));
      case GrantResult.QuarantineFull _ ->
          Answer.refuse(ErrorCode.QUARANTINE_FULL)
              .header("Retry-After", RetryAfter.seconds(UNTIL_QUARANTINE_DRAINS));
    };
  }

  /** Writes the members of {@link #SHAPE}. */
  public static void write(UploadForm form, JsonGenerator out) throws IOException {
    out.writeStringField("attachmentId", form.id().toString());
    out.writeBooleanField("encrypted", form.encrypted());
    out.writeStringField("url", form.post().url().toString());
    out.writeObjectFieldStart("fields");
    for (Map.Entry<String, String> field : form.post().fields().entrySet()) {
      out.writeStringField(field.getKey(), field.getValue());
    }
    out.writeEndObject();
    out.writeStringField("expiresAt", form.post().expiresAt().toString());
    out.writeNumberField("maxBytes", form.maxBytes().bytes());
  }
}
