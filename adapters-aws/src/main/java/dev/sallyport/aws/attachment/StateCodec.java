package dev.sallyport.aws.attachment;

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
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.SanitizerVersion;
import dev.sallyport.domain.sanitization.Verdict;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.domain.shared.VersionId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

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
    switch (judgement.verdict()) {
      case Verdict.Clean _ -> item.text("verdict", "CLEAN");
      case Verdict.Disarmed disarmed ->
          item.text("verdict", "DISARMED").values("removed", encode(disarmed.removed()));
      case Verdict.Validated validated ->
          item.text("verdict", "VALIDATED").values("removed", encode(validated.removed()));
      case Verdict.Rejected rejected ->
          item.text("verdict", "REJECTED").text("reason", rejected.reason().name());
    }
  }

  private static List<AttributeValue> encode(List<Removal> removed) {
    return removed.stream().map(StateCodec::encode).toList();
  }

  private static AttributeValue encode(Removal removal) {
    return new ItemWriter()
        .text("kind", removal.kind().name())
        .number("count", removal.count())
        .toValue();
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
              new VersionId(item.text("boundVersion")), judgement(item), item.instant("judgedAt"));
      case "EXPIRED" -> new Expired(reason(item), item.instant("expiredAt"));
      default -> throw new IllegalArgumentException("no such state");
    };
  }

  private static Judgement judgement(ItemReader item) {
    Set<Check> checks =
        item.texts("checks").stream().map(Check::valueOf).collect(Collectors.toSet());
    return new Judgement(
        verdict(item),
        item.text("source", Sha256::new),
        new SanitizerVersion(item.text("sanitizer")),
        checks,
        item.has("output") ? Optional.of(output(item.nested("output"))) : Optional.empty());
  }

  private static Verdict verdict(ItemReader item) {
    return switch (item.text("verdict")) {
      case "CLEAN" -> new Verdict.Clean();
      case "DISARMED" -> new Verdict.Disarmed(removals(item.values("removed")));
      case "VALIDATED" -> new Verdict.Validated(removals(item.values("removed")));
      case "REJECTED" -> new Verdict.Rejected(reason(item));
      default -> throw new IllegalArgumentException("no such verdict");
    };
  }

  private static List<Removal> removals(List<AttributeValue> values) {
    return values.stream()
        .map(ItemReader::of)
        .map(item -> new Removal(Removal.Kind.valueOf(item.text("kind")), item.number("count")))
        .toList();
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
