package dev.sallyport.operations.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.attachment.port.AttachmentLedger.GrantOutcome;
import dev.sallyport.domain.attachment.Attachment;
import dev.sallyport.domain.attachment.QuotaAccount;
import dev.sallyport.domain.identity.Subject;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.MediaType;
import dev.sallyport.operations.fake.Fakes;
import dev.sallyport.operations.fake.Product;
import dev.sallyport.operations.fake.Product.Received;
import dev.sallyport.operations.json.JsonObject;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadTest {
  private static final String ITEM =
      "{\"name\":\"a/b/shot.png\",\"contentType\":\"Image/PNG; q=1\",\"size\":12";

  private final Product product = new Product();

  private Received upload(String body) {
    return product.send("POST", "/service/upload").json(body).send();
  }

  @Test
  void theCountFormGrantsThatManyOfEachKind() {
    Received answer = upload("{\"encryptedPosts\":2,\"plainPosts\":1}");
    assertThat(answer.status()).isEqualTo(200);
    List<JsonObject> uploads = answer.body().list("uploads", JsonObject.class);
    assertThat(uploads)
        .extracting(u -> u.get("encrypted", Boolean.class))
        .containsExactly(true, true, false);
    assertThat(uploads)
        .allSatisfy(form -> {
          assertThat(form.text("url")).isEqualTo("https://s3.example.com/quarantine");
          assertThat(form.text("expiresAt")).isEqualTo("2026-11-21T10:05:00Z");
          assertThat(form.get("maxBytes", Long.class)).isEqualTo(200L << 20);
          assertThat(form.get("fields", Map.class).keySet().toString())
              .contains("key", "policy", "x-amz-signature")
              .doesNotContain("Content-Type");
        });
    assertThat(answer.body().text("receipt")).hasSize(43);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
  }

  @Test
  void theListedFormPinsWhatWasSaid() {
    String sha = "ab".repeat(32);
    Received answer =
        upload(
            "{\"attachments\":["
                + ITEM
                + ",\"sha256\":\""
                + sha
                + "\"},"
                + ITEM
                + ",\"encrypted\":false}]}");
    assertThat(answer.status()).isEqualTo(200);
    List<JsonObject> uploads = answer.body().list("uploads", JsonObject.class);
    assertThat(uploads)
        .extracting(u -> u.get("encrypted", Boolean.class))
        .containsExactly(true, false);
    assertThat(uploads.getFirst().get("maxBytes", Long.class)).isEqualTo(12);
    assertThat(uploads.getFirst().get("fields", Map.class).toString())
        .contains("Content-Type=image/png");
    Attachment stored =
        product.fakes.ledger.attachments.values().stream()
            .filter(Attachment::encrypted)
            .findFirst()
            .orElseThrow();
    assertThat(stored.declaration().name().orElseThrow().value()).isEqualTo("shot.png");
    assertThat(stored.declaration().contentType()).contains(new MediaType("image/png"));
    assertThat(stored.declaration().size()).contains(DataSize.ofBytes(12));
    assertThat(stored.declaration().sha256().orElseThrow().hex()).isEqualTo(sha);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'encryptedPosts':1}                     | /plainPosts required",
        "{'plainPosts':1}                         | /encryptedPosts required",
        "{}                                       | /encryptedPosts required",
        "{'encryptedPosts':null,'plainPosts':1}   | /encryptedPosts null_not_allowed",
        "{'encryptedPosts':-1,'plainPosts':1}     | /encryptedPosts negative",
        "{'encryptedPosts':1.5,'plainPosts':1}    | /encryptedPosts fraction",
        "{'encryptedPosts':21,'plainPosts':1}     | /encryptedPosts above_maximum",
        "{'encryptedPosts':1,'plainPosts':21}     | /plainPosts above_maximum",
        "{'encryptedPosts':'1','plainPosts':1}    | /encryptedPosts wrong_type",
        "{'encryptedPosts':0,'plainPosts':0}      | ` nothing_asked`",
        "{'encryptedPosts':1,'plainPosts':1,'x':1}| /x unknown_field",
        "{'attachments':[]}                       | /attachments too_few_items",
        "{'attachments':null}                     | /attachments null_not_allowed",
        "{'attachments':{}}                       | /attachments wrong_type",
        "{'attachments':[{}]}                     | /attachments/0/name required",
      })
  void requestsThatBreakTheShapeAreRefusedWhereTheyBreakIt(String body, String expected) {
    Received answer = upload(body.replace('\'', '"'));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("invalid_request");
    assertThat(answer.errors()).contains(expected);
    assertThat(product.fakes.ledger.attachments).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'name':'a','contentType':'nonsense','size':1}              | /attachments/0/contentType"
            + " bad_format",
        "{'name':'a','contentType':'image/','size':1}                | /attachments/0/contentType"
            + " bad_format",
        "{'name':'a','contentType':'image/png','size':0}             | /attachments/0/size"
            + " below_minimum",
        "{'name':'a','contentType':'image/png','size':209715201}     | /attachments/0/size"
            + " above_maximum",
        "{'name':'a','contentType':'image/png','size':1.0}           | /attachments/0/size"
            + " fraction",
        "{'name':'','contentType':'image/png','size':1}              | /attachments/0/name"
            + " too_short",
        "{'name':'a','contentType':'image/png','size':1,'sha256':''} | /attachments/0/sha256"
            + " bad_format",
        "{'name':'a','contentType':'image/png','size':1,'sha256':'AB'}| /attachments/0/sha256"
            + " bad_format",
        "{'name':'a','contentType':'image/png','size':1,'key':'x'}   | /attachments/0/key"
            + " unknown_field",
        "{'name':'\\ud800','contentType':'image/png','size':1}       | /attachments/0/name"
            + " lone_surrogate",
        "{'name':'a','contentType':'image/png','size':1,'encrypted':1}| /attachments/0/encrypted"
            + " wrong_type",
      })
  void brokenItemsAreNamedByTheirIndex(String item, String expected) {
    Received answer = upload("{\"attachments\":[" + item.replace('\'', '"') + "]}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly(expected.strip());
  }

  @Test
  void bothFormsAtOnceAreRefused() {
    Received answer =
        upload("{\"encryptedPosts\":1,\"plainPosts\":1,\"attachments\":[" + ITEM + "}]}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.errors()).containsExactly("/attachments mixed_forms");
  }

  @Test
  void neitherKindMayBeOverItsMaximumInAList() {
    for (boolean encrypted : List.of(true, false)) {
      String item = ITEM + ",\"encrypted\":" + encrypted + "}";
      String items = (item + ",").repeat(20) + item;
      Received answer = upload("{\"attachments\":[" + items + "]}");
      assertThat(answer.errors()).containsExactly("/attachments too_many_items");
    }
  }

  @Test
  void aNameOfWhichNothingIsLeftIsNoName() {
    assertThat(
            upload(
                    "{\"attachments\":[{\"name\":\"\\u202e\\u0000\",\"contentType\":\"image/png\",\"size\":1}]}")
                .status())
        .isEqualTo(200);
    assertThat(product.fakes.ledger.attachments.values())
        .allSatisfy(a -> assertThat(a.declaration().name()).isEmpty());
  }

  @Test
  void theQuotaIsTheTokensElseTheAddresss() {
    String body = "{\"encryptedPosts\":1,\"plainPosts\":0}";
    product.send("POST", "/service/upload").json(body).from("198.51.100.7").send();
    product.send("POST", "/service/upload").json(body).as("user").send();
    assertThat(product.fakes.ledger.charged)
        .containsExactly(
            QuotaAccount.of(InetAddress.ofLiteral("198.51.100.7")),
            QuotaAccount.of(new Subject("s-user")));
  }

  @Test
  void aUsedUpQuotaSaysWhenToComeBack() {
    product.fakes.ledger.refusal =
        Optional.of(new GrantOutcome.QuotaExceeded(Fakes.NOW.plus(Duration.ofMillis(90_001))));
    Received answer = upload("{\"encryptedPosts\":1,\"plainPosts\":0}");
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.code()).isEqualTo("quota_exceeded");
    assertThat(answer.header("Retry-After")).isEqualTo("91");
  }

  @Test
  void aFullQuarantineSaysSo() {
    product.fakes.ledger.refusal = Optional.of(new GrantOutcome.QuarantineFull());
    Received answer = upload("{\"encryptedPosts\":1,\"plainPosts\":0}");
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.code()).isEqualTo("quarantine_full");
    assertThat(answer.header("Retry-After")).isEqualTo("60");
  }
}
