package dev.sallyport.operations.status;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sallyport.application.sanitization.port.MalwareScanner;
import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.identity.AccessRule;
import dev.sallyport.domain.sanitization.ArchiveLimits;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.operations.Answer;
import dev.sallyport.operations.Call;
import dev.sallyport.operations.HttpOperation;
import dev.sallyport.operations.json.ArrayShape;
import dev.sallyport.operations.json.BooleanShape;
import dev.sallyport.operations.json.IntegerShape;
import dev.sallyport.operations.json.Member;
import dev.sallyport.operations.json.ObjectShape;
import dev.sallyport.operations.json.Shape;
import dev.sallyport.operations.json.TextShape;
import dev.sallyport.operations.json.WordShape;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The operations about the deployment itself. */
final class StatusOperations {
  private static final IntegerShape COUNT = new IntegerShape(0, Long.MAX_VALUE);

  private static final Shape STATUS =
      ObjectShape.of(
          Member.required("status", WordShape.of(List.of("online"))),
          Member.required("version", TextShape.text(1, 64)),
          Member.required("time", TextShape.instant()).says("The server's clock, in UTC."));

  private static final Shape LIMITS =
      ObjectShape.of(
          Member.required(
              "upload",
              ObjectShape.of(
                  Member.required("maxEncrypted", COUNT),
                  Member.required("maxPlain", COUNT),
                  Member.required("lifeSeconds", COUNT),
                  Member.required("maxBytes", COUNT),
                  Member.required("quotaWindowSeconds", COUNT),
                  Member.required("quotaObjects", COUNT),
                  Member.required("quotaBytes", COUNT),
                  Member.required("quarantineBytes", COUNT))),
          Member.required(
              "sanitization",
              ObjectShape.of(
                  Member.required(
                      "accepted", ArrayShape.unique(WordShape.of(FileType.class), 0, 100)),
                  Member.required("maxPixels", COUNT),
                  Member.required("maxTextBytes", COUNT),
                  Member.required("maxJsonDepth", COUNT),
                  Member.required("maxChunkBytes", COUNT),
                  Member.required(
                      "archives",
                      ObjectShape.of(
                          Member.required("maxMembers", COUNT),
                          Member.required("maxBytes", COUNT),
                          Member.required("maxRatio", COUNT),
                          Member.required("maxDepth", COUNT))),
                  Member.required("malwareScan", new BooleanShape())
                      .says("Whether there is a scanner; without one, that check never runs."),
                  Member.required("redactText", new BooleanShape()),
                  Member.required("deadlineSeconds", COUNT),
                  Member.required("maxAttempts", COUNT),
                  Member.required("maxWaitSeconds", COUNT),
                  Member.required("retainCleaned", new BooleanShape()),
                  Member.required("retainRejected", new BooleanShape()),
                  Member.required("retentionSeconds", COUNT))));

  private final ProductVersion version;
  private final UploadPolicy upload;
  private final SanitizationPolicy sanitization;
  private final Optional<MalwareScanner> scanner;
  private final Clock clock;

  @Inject
  StatusOperations(
      ProductVersion version,
      UploadPolicy upload,
      SanitizationPolicy sanitization,
      Optional<MalwareScanner> scanner,
      Clock clock) {
    this.version = version;
    this.upload = upload;
    this.sanitization = sanitization;
    this.scanner = scanner;
    this.clock = clock;
  }

  Set<HttpOperation> all() {
    return Set.of(
        HttpOperation.of("showStatus", "GET", "/service/status", AccessRule.PUBLIC)
            .summary("Tells that the service answers; for tests of connectivity.")
            .answers(200, "It does.", STATUS)
            .calls(this::status),
        HttpOperation.of("showLimits", "GET", "/service/operations/limits", AccessRule.ADMIN)
            .summary("Shows the upload and sanitization policy in force.")
            .answers(200, "The limits of this deployment.", LIMITS)
            .calls(this::limits));
  }

  private Answer status(Call call) {
    return Answer.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeStringField("status", "online");
          out.writeStringField("version", version.value());
          out.writeStringField("time", clock.instant().toString());
          out.writeEndObject();
        });
  }

  private Answer limits(Call call) {
    return Answer.json(
        200,
        out -> {
          out.writeStartObject();
          out.writeObjectFieldStart("upload");
          writeUpload(out);
          out.writeEndObject();
          out.writeObjectFieldStart("sanitization");
          writeSanitization(out);
          out.writeEndObject();
          out.writeEndObject();
        });
  }

  private void writeUpload(JsonGenerator out) throws IOException {
    out.writeNumberField("maxEncrypted", upload.maxEncrypted());
    out.writeNumberField("maxPlain", upload.maxPlain());
    out.writeNumberField("lifeSeconds", upload.life().toSeconds());
    out.writeNumberField("maxBytes", upload.maxBytes().bytes());
    out.writeNumberField("quotaWindowSeconds", upload.quotaWindow().toSeconds());
    out.writeNumberField("quotaObjects", upload.quotaObjects());
    out.writeNumberField("quotaBytes", upload.quotaBytes().bytes());
    out.writeNumberField("quarantineBytes", upload.quarantineBytes().bytes());
  }

  private void writeSanitization(JsonGenerator out) throws IOException {
    out.writeArrayFieldStart("accepted");
    for (FileType type : sanitization.accepted().stream().sorted().toList()) {
      out.writeString(type.name());
    }
    out.writeEndArray();
    out.writeNumberField("maxPixels", sanitization.maxPixels());
    out.writeNumberField("maxTextBytes", sanitization.maxTextBytes().bytes());
    out.writeNumberField("maxJsonDepth", sanitization.maxJsonDepth());
    out.writeNumberField("maxChunkBytes", sanitization.maxChunkBytes().bytes());
    out.writeObjectFieldStart("archives");
    writeArchives(sanitization.archives(), out);
    out.writeEndObject();
    out.writeBooleanField("malwareScan", scanner.isPresent());
    out.writeBooleanField("redactText", sanitization.redactText());
    out.writeNumberField("deadlineSeconds", sanitization.deadline().toSeconds());
    out.writeNumberField("maxAttempts", sanitization.maxAttempts());
    out.writeNumberField("maxWaitSeconds", sanitization.maxWait().toSeconds());
    out.writeBooleanField("retainCleaned", sanitization.retainCleaned());
    out.writeBooleanField("retainRejected", sanitization.retainRejected());
    out.writeNumberField("retentionSeconds", sanitization.retention().toSeconds());
  }

  private static void writeArchives(ArchiveLimits limits, JsonGenerator out) throws IOException {
    out.writeNumberField("maxMembers", limits.maxMembers());
    out.writeNumberField("maxBytes", limits.maxBytes().bytes());
    out.writeNumberField("maxRatio", limits.maxRatio());
    out.writeNumberField("maxDepth", limits.maxDepth());
  }
}
