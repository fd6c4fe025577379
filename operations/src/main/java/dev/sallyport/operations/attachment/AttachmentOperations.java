package dev.sallyport.operations.attachment;

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
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.Findings;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.UuidShape;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The operations of somebody who sends files. */
final class AttachmentOperations {
  private static final int MAX_BODY = 128 * 1024;

  private static final Shape FORMS =
      ObjectShape.of(
          UploadFormJson.RECEIPT,
          Member.required(
              "uploads", ArrayShape.of(UploadFormJson.SHAPE, 1, UploadPolicy.MOST_FORMS_PER_CALL)));

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
    return UploadFormJson.answer(
        grantUploads.grant(items, account), AttachmentOperations::granted, clock);
  }

  private static Answer granted(GrantResult.Granted granted) {
    return Answer.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeStringField("receipt", granted.receipt().secret());
          out.writeArrayFieldStart("uploads");
          for (UploadForm form : granted.forms()) {
            out.writeStartObject();
            UploadFormJson.write(form, out);
            out.writeEndObject();
          }
          out.writeEndArray();
          out.writeEndObject();
        });
  }

  private Answer show(Call call) {
    AttachmentId id = new AttachmentId(call.parameter("id", UUID.class));
    return showAttachment
        .show(id, ReceiptHeader.of(call).getFirst())
        .map(found -> Answer.json(200, out -> AttachmentJson.write(found, out)))
        .orElseGet(() -> Answer.refuse(ErrorCode.NOT_FOUND));
  }
}
