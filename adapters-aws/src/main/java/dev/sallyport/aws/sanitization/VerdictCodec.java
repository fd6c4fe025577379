package dev.sallyport.aws.sanitization;

import dev.sallyport.aws.table.ItemReader;
import dev.sallyport.aws.table.ItemWriter;
import dev.sallyport.domain.sanitization.GivenVerdict;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.SanitizerVersion;
import dev.sallyport.domain.sanitization.Verdict;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Writes verdicts: {@code verdict}, and {@code removed} or {@code reason} beside it. */
public final class VerdictCodec {
  private VerdictCodec() {}

  /** Writes a verdict. */
  public static void encode(Verdict verdict, ItemWriter item) {
    switch (verdict) {
      case Verdict.Clean _ -> item.text("verdict", "CLEAN");
      case Verdict.Disarmed disarmed ->
          item.text("verdict", "DISARMED").values("removed", encode(disarmed.removed()));
      case Verdict.Validated validated ->
          item.text("verdict", "VALIDATED").values("removed", encode(validated.removed()));
      case Verdict.Rejected rejected ->
          item.text("verdict", "REJECTED").text("reason", rejected.reason().name());
    }
  }

  /** Returns a verdict with the rules that gave it, as a nested value. */
  public static ItemWriter encode(GivenVerdict given) {
    ItemWriter item = new ItemWriter().text("sanitizer", given.sanitizer().value());
    encode(given.verdict(), item);
    return item;
  }

  private static List<AttributeValue> encode(List<Removal> removed) {
    return removed.stream().map(VerdictCodec::encode).toList();
  }

  private static AttributeValue encode(Removal removal) {
    return new ItemWriter()
        .text("kind", removal.kind().name())
        .number("count", removal.count())
        .toValue();
  }

  /** Reads a verdict. */
  public static Verdict decode(ItemReader item) {
    return switch (item.text("verdict")) {
      case "CLEAN" -> new Verdict.Clean();
      case "DISARMED" -> new Verdict.Disarmed(removals(item.values("removed")));
      case "VALIDATED" -> new Verdict.Validated(removals(item.values("removed")));
      case "REJECTED" -> new Verdict.Rejected(ReasonCode.valueOf(item.text("reason")));
      default -> throw new IllegalArgumentException("no such verdict");
    };
  }

  /** Reads a verdict with the rules that gave it. */
  public static GivenVerdict decodeGiven(ItemReader item) {
    return new GivenVerdict(decode(item), new SanitizerVersion(item.text("sanitizer")));
  }

  private static List<Removal> removals(List<AttributeValue> values) {
    return values.stream()
        .map(ItemReader::of)
        .map(item -> new Removal(Removal.Kind.valueOf(item.text("kind")), item.number("count")))
        .toList();
  }
}
