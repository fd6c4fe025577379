package dev.sallyport.operations.attachment;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.application.attachment.GrantResult;
import dev.sallyport.application.attachment.GrantUploads;
import dev.sallyport.application.attachment.ShowAttachment;
import dev.sallyport.application.attachment.UploadForm;
import dev.sallyport.application.attachment.UploadItem;
import dev.sallyport.domain.attachment.AttachmentId;
import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.Call;
import dev.sallyport.operations.ErrorCode;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.Parameter;
import dev.sallyport.operations.Problem;
import dev.sallyport.operations.RetryAfter;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.BooleanShape;
import dev.sallyport.operations.json.Findings;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.MapShape;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.UuidShape;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The operations of somebody who sends files. */
final class AttachmentOperations {
  private static final int MAX_BODY = 128 * 1024;

  /** Quarantine empties as verdicts fall, which takes seconds rather than hours. */
  private static final Duration UNTIL_QUARANTINE_DRAINS = Duration.ofMinutes(1);

  private static final Shape FORMS =
      ObjectShape.of(
          Member.required("receipt", TextShape.text(43, 43))
              .says("Shows later that the attachments are the caller's; a secret."),
          Member.required(
              "uploads",
              ArrayShape.of(
                  ObjectShape.of(
                      Member.required("attachmentId", new UuidShape()),
                      Member.required("encrypted", new BooleanShape()),
                      Member.required("url", TextShape.uri())
                          .says("Where to post the form to, as multipart/form-data."),
                      Member.required("fields", new MapShape(TextShape.text(0, 16_384), 40, 128))
                          .says("To be sent in this order, before the part named file."),
                      Member.required("expiresAt", TextShape.instant()),
                      Member.required("maxBytes", new IntegerShape(1, Long.MAX_VALUE))),
                  1,
                  UploadPolicy.MOST_FORMS_PER_CALL)));

  private final GrantUploads grantUploads;
  private final ShowAttachment showAttachment;
  private final UploadPolicy policy;
  private final Clock clock;

  @Inject
  AttachmentOperations(
      GrantUploads grantUploads, ShowAttachment showAttachment, UploadPolicy policy, Clock clock) {
    this.grantUploads = grantUploads;
    this.showAttachment = showAttachment;
    this.policy = policy;
    this.clock = clock;
  }

  Set<HttpOperation> all() {
    return Set.of(
        HttpOperation.of("grantUploads", "POST", "/service/upload", AccessRule.PUBLIC)
            .summary(
                "Grants presigned forms, each for one file, and the receipt that proves whose they"
                    + " are.")
            .body(UploadRequest.shape(policy), MAX_BODY)
            .answers(200, "The forms, in the order of the request.", FORMS)
            .refuses(ErrorCode.QUOTA_EXCEEDED, ErrorCode.QUARANTINE_FULL)
            .calls(this::grant),
        HttpOperation.of("showAttachment", "GET", "/service/attachments/{id}", AccessRule.RECEIPT)
            .summary("Tells a sender what became of a file.")
            .takes(Parameter.path("id", new UuidShape(), "The attachment."))
            .takes(ReceiptHeader.one())
            .answers(200, "Where it stands.", AttachmentJson.SHAPE)
            .refuses(ErrorCode.NOT_FOUND)
            .calls(this::show));
  }

  private Answer grant(Call call) {
    Findings findings = Findings.inBody();
    List<UploadItem> items = UploadRequest.items(call.body(), policy, findings);
    if (!findings.isEmpty()) {
      return Answer.refuse(Problem.invalid(findings.list()));
    }
    QuotaAccount account =
        call.principal()
            .map(caller -> QuotaAccount.of(caller.subject()))
            .orElseGet(() -> QuotaAccount.of(call.client()));
    return switch (grantUploads.grant(items, account)) {
      case GrantResult.Granted granted -> granted(granted);
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

  private static Answer granted(GrantResult.Granted granted) {
    return Answer.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeStringField("receipt", granted.receipt().secret());
          out.writeArrayFieldStart("uploads");
          for (UploadForm form : granted.forms()) {
            write(form, out);
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private static void write(UploadForm form, JsonGenerator out) throws IOException {
    out.writeStartObject();
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
    out.writeEndObject();
  }

  private Answer show(Call call) {
    AttachmentId id = new AttachmentId(call.parameter("id", UUID.class));
    return showAttachment
        .show(id, ReceiptHeader.of(call).getFirst())
        .map(found -> Answer.json(200, out -> AttachmentJson.write(found, out)))
        .orElseGet(() -> Answer.refuse(ErrorCode.NOT_FOUND));
  }
}
