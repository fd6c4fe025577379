package dev.sallyport.operations.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.AttachmentId;
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
import dev.sallyport.operations.fake.Fakes;
import dev.sallyport.operations.fake.Product;
import dev.sallyport.operations.fake.Product.Received;
import dev.sallyport.operations.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttachmentStateTest {
  private static final Sha256 SOURCE = Sha256.of(new byte[] {1});
  private static final Sha256 CLEAN = Sha256.of(new byte[] {2});

  private final Product product = new Product();
  private String receipt = "";
  private String id = "";

  @BeforeEach
  void grant() {
    JsonObject granted =
        product
            .send("POST", "/service/upload")
            .json("{\"encryptedPosts\":1,\"plainPosts\":0}")
            .send()
            .body();
    receipt = granted.text("receipt");
    id =
        granted
            .list("uploads", JsonObject.class)
            .getFirst()
            .get("attachmentId", UUID.class)
            .toString();
  }

  private Received show() {
    return show(id, receipt);
  }

  private Received show(String of, String with) {
    return product
        .send("GET", "/service/attachments/" + of)
        .header("Sallyport-Receipt", with)
        .send();
  }

  private Attachment attachment() {
    return product.fakes.ledger.find(AttachmentId.parse(id)).orElseThrow();
  }

  private void judge(Verdict verdict) {
    Attachment bound = attachment().bind(new VersionId("v1"), DataSize.ofBytes(9), Fakes.NOW);
    Optional<Judgement.Output> output =
        verdict.isServed()
            ? Optional.of(
                new Judgement.Output(
                    new ObjectKey("clean/x"), FileType.PNG, DataSize.ofBytes(7), CLEAN, false))
            : Optional.empty();
    Judgement judgement =
        new Judgement(
            verdict,
            Optional.of(SOURCE),
            SanitizerVersion.CURRENT,
            Set.of(Check.REBUILD, Check.SIZE, Check.TYPE),
            output);
    put(bound.judge(judgement, Fakes.NOW));
  }

  private void put(Attachment next) {
    product.fakes.ledger.attachments.put(next.id(), next);
  }

  @Test
  void grantedTellsNothingElse() {
    assertThat(show().text()).isEqualTo("{\"attachmentId\":\"" + id + "\",\"state\":\"GRANTED\"}");
  }

  @Test
  void quarantinedTellsTheSize() {
    put(attachment().bind(new VersionId("v1"), DataSize.ofBytes(9), Fakes.NOW));
    assertThat(show().text()).endsWith("\"state\":\"QUARANTINED\",\"size\":9}");
  }

  @Test
  void cleanTellsOfTheCleanBytes() {
    judge(new Verdict.Clean());
    assertThat(show().text())
        .endsWith(
            "\"state\":\"CLEAN\",\"contentType\":\"image/png\",\"size\":7,\"sha256\":\""
                + CLEAN
                + "\",\"checks\":[\"SIZE\",\"TYPE\",\"REBUILD\"]}");
  }

  @Test
  void disarmedTellsWhatWasRemoved() {
    judge(new Verdict.Disarmed(List.of(new Removal(Removal.Kind.IMAGE_METADATA, 2))));
    assertThat(show().text())
        .contains(
            "\"state\":\"DISARMED\"", "\"removed\":[{\"kind\":\"IMAGE_METADATA\",\"count\":2}]");
  }

  @Test
  void validatedTellsOfTheBytes() {
    judge(new Verdict.Validated(List.of()));
    assertThat(show().text())
        .contains("\"state\":\"VALIDATED\"", "\"size\":7")
        .doesNotContain("removed");
  }

  @Test
  void validatedTellsWhatPartsAroundThePayloadLost() {
    judge(new Verdict.Validated(List.of(new Removal(Removal.Kind.EMAIL, 1))));
    assertThat(show().text()).contains("\"removed\":[{\"kind\":\"EMAIL\",\"count\":1}]");
  }

  @Test
  void rejectedTellsTheReason() {
    judge(new Verdict.Rejected(ReasonCode.MALWARE));
    assertThat(show().text())
        .contains("\"state\":\"REJECTED\",\"reason\":\"MALWARE\"")
        .doesNotContain("sha256");
  }

  @Test
  void expiredTellsTheReason() {
    put(attachment().expire(ReasonCode.NEVER_UPLOADED, Fakes.NOW));
    assertThat(show().text()).endsWith("\"state\":\"EXPIRED\",\"reason\":\"NEVER_UPLOADED\"}");
  }

  @Test
  void aWrongReceiptIsAnsweredAsAnUnknownId() {
    Received wrong = show(id, "A".repeat(43));
    Received unknown = show("00000000-0000-4000-8000-000000000000", receipt);
    assertThat(wrong.status()).isEqualTo(404);
    assertThat(wrong.text()).isEqualTo(unknown.text());
    assertThat(wrong.headers()).isEqualTo(unknown.headers());
  }

  @Test
  void noReceiptIsNoCaller() {
    Received answer = product.send("GET", "/service/attachments/" + id).send();
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("receipt_required");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Sallyport-Receipt");
  }

  @Test
  void malformedReceiptsAndIdsAreRefusedByName() {
    Received answer = show("%ZZ", receipt + "," + receipt);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly("id bad_format", "Sallyport-Receipt too_long");
    assertThat(answer.text()).doesNotContain(receipt, "ZZ");
    assertThat(show("a%2Fb", receipt).errors()).containsExactly("id bad_format");
    assertThat(show(id.toUpperCase(Locale.ROOT), receipt).status()).isEqualTo(200);
  }

  @Test
  void theSweepEndsFormsThatNobodyUsed() {
    Attachment old = attachment();
    put(
        Attachment.granted(
            old.id(),
            old.declaration(),
            true,
            old.maxBytes(),
            old.account(),
            old.receiptHash(),
            Fakes.NOW.minus(Duration.ofDays(1)),
            Duration.ofMinutes(5)));
    assertThat(product.schedule("sweepUploads").every()).isEqualTo(Duration.ofMinutes(1));
    product.schedule("sweepUploads").run();
    assertThat(show().text()).contains("EXPIRED", "NEVER_UPLOADED");
  }
}
