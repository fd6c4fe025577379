package dev.sallyport.aws.attachment;

import dev.sallyport.aws.sanitization.VerdictCodec;
import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.aws.table.ItemWriter;
import dev.sallyport.domain.attachment.AttachmentState;
import dev.sallyport.domain.attachment.AttachmentState.Expired;
import dev.sallyport.domain.attachment.AttachmentState.Granted;
import dev.sallyport.domain.attachment.AttachmentState.Judged;
import dev.sallyport.domain.attachment.AttachmentState.Quarantined;
import dev.sallyport.domain.sanitization.Check;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Rejudgement;
import dev.sallyport.domain.sanitization.ResanitizeJobId;
import dev.sallyport.domain.sanitization.SanitizerVersion;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.domain.shared.VersionId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Writes where an attachment stands: {@code state}, and what belongs to that state. */
final class StateCodec {
  private StateCodec() {}

  static void encode(AttachmentState state, ItemWriter item) {
    switch (state) {
      case Granted _ -> item.text("state", "GRANTED");
      case Quarantined quarantined ->
          item.text("state", "QUARANTINED")
              .text("boundVersion", quarantined.version().value())
              .number("boundSize", quarantined.size().bytes())
              .instant("boundAt", quarantined.since())
              .number("timeouts", quarantined.timeouts());
      case Judged judged -> {
        item.text("state", "JUDGED")
            .text("boundVersion", judged.version().value())
            .instant("judgedAt", judged.at());
        encode(judged.judgement(), item);
        judged.rejudged().ifPresent(last -> item.nested("rejudged", encode(last)));
      }
      case Expired expired ->
          item.text("state", "EXPIRED")
              .text("reason", expired.reason().name())
              .instant("expiredAt", expired.at());
    }
  }

  private static void encode(Judgement judgement, ItemWriter item) {
    item.text("source", judgement.source())
        .text("sanitizer", judgement.sanitizer().value())
        .texts("checks", judgement.checks().stream().sorted().map(Check::name).toList());
    judgement.output().ifPresent(output -> item.nested("output", encode(output)));
    VerdictCodec.encode(judgement.verdict(), item);
  }

  private static ItemWriter encode(Rejudgement rejudged) {
    ItemWriter item =
        new ItemWriter()
            .text("job", rejudged.job().toString())
            .instant("at", rejudged.at())
            .flag("changed", rejudged.changed())
            .text("replaced", rejudged.replaced().map(ObjectKey::value));
    rejudged.previously().ifPresent(was -> item.nested("previously", VerdictCodec.encode(was)));
    return item;
  }

  private static ItemWriter encode(Judgement.Output output) {
    return new ItemWriter()
        .text("key", output.key().value())
        .text("type", output.type().name())
        .number("size", output.size().bytes())
        .text("sha256", output.sha256().hex())
        .flag("dump", output.dump());
  }

  static AttachmentState decode(ItemReader item) {
    return switch (item.text("state")) {
      case "GRANTED" -> new Granted();
      case "QUARANTINED" ->
          new Quarantined(
              new VersionId(item.text("boundVersion")),
              new DataSize(item.number("boundSize")),
              item.instant("boundAt"),
              Math.toIntExact(item.number("timeouts")));
      case "JUDGED" ->
          new Judged(
              new VersionId(item.text("boundVersion")),
              judgement(item),
              item.instant("judgedAt"),
              item.has("rejudged")
                  ? Optional.of(rejudgement(item.nested("rejudged")))
                  : Optional.empty());
      case "EXPIRED" -> new Expired(reason(item), item.instant("expiredAt"));
      default -> throw new IllegalArgumentException("no such state");
    };
  }

  private static Judgement judgement(ItemReader item) {
    Set<Check> checks =
        item.texts("checks").stream().map(Check::valueOf).collect(Collectors.toSet());
    return new Judgement(
        VerdictCodec.decode(item),
        item.text("source", Sha256::new),
        new SanitizerVersion(item.text("sanitizer")),
        checks,
        item.has("output") ? Optional.of(output(item.nested("output"))) : Optional.empty());
  }

  private static Rejudgement rejudgement(ItemReader item) {
    return new Rejudgement(
        new ResanitizeJobId(UUID.fromString(item.text("job"))),
        item.instant("at"),
        item.flag("changed"),
        item.text("replaced", ObjectKey::new),
        item.has("previously")
            ? Optional.of(VerdictCodec.decodeGiven(item.nested("previously")))
            : Optional.empty());
  }

  private static Judgement.Output output(ItemReader item) {
    return new Judgement.Output(
        new ObjectKey(item.text("key")),
        FileType.valueOf(item.text("type")),
        new DataSize(item.number("size")),
        new Sha256(item.text("sha256")),
        item.flag("dump"));
  }

  private static ReasonCode reason(ItemReader item) {
    return ReasonCode.valueOf(item.text("reason"));
  }
}
