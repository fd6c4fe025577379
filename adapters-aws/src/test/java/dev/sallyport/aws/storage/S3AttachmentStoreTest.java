package dev.sallyport.aws.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.attachment.port.AttachmentStore.ByteSource;
import dev.sallyport.application.attachment.port.AttachmentStore.QuarantinedObject;
import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.application.shared.OutcomeUnknownException;
import dev.sallyport.application.shared.PortUnavailableException;
import dev.sallyport.aws.shared.AwsSettings;
import dev.sallyport.aws.shared.CannedHttp;
import dev.sallyport.domain.attachment.policy.Encryption;
import dev.sallyport.domain.attachment.policy.SigningCredentials;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.domain.shared.VersionId;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of S3, and what its answers and silences mean. */
class S3AttachmentStoreTest {
  private static final ObjectKey KEY = new ObjectKey("attachments/k");
  private static final VersionId VERSION = new VersionId("v1");
  private static final byte[] CLEAN = "clean text".getBytes(StandardCharsets.UTF_8);
  private static final Judgement.Output OUTPUT =
      new Judgement.Output(
          new ObjectKey("clean/k"), FileType.TEXT, DataSize.ofBytes(10), Sha256.of(CLEAN), false);

  private final CannedHttp http = new CannedHttp();

  private AttachmentStore store(ObjectPinning pinning, Encryption encryption) {
    return DaggerStorageComponent.factory()
        .create(
            new AwsSettings(
                "eu-central-1", Optional.of(SigningCredentials.of("AK", "SK")), Map.of()),
            new S3StorageSettings(
                "quarantine",
                "clean",
                encryption,
                pinning,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false),
            new S3AssetSettings("assets"),
            http)
        .store();
  }

  private AttachmentStore store() {
    return store(ObjectPinning.VERSION_ID, new Encryption.None());
  }

  @Test
  void readIsPinnedToItsVersion() throws IOException {
    object("12345", 5);

    try (QuarantinedObject opened = store().openQuarantined(KEY, VERSION).orElseThrow()) {
      assertThat(opened.bytes().readAllBytes()).hasSize(5);
      assertThat(opened.bytes().read()).isEqualTo(-1);
    }

    CannedHttp.Request asked = http.requests().getFirst();
    assertThat(asked.head().getUri().toString())
        .isEqualTo("https://quarantine.s3.eu-central-1.amazonaws.com/attachments/k?versionId=v1");
    assertThat(asked.header("x-amz-checksum-mode")).isEqualTo("none");
  }

  @Test
  void readIsPinnedToItsEntityTagWhereThereAreNoVersions() throws IOException {
    object("12345", 5);

    AttachmentStore store = store(ObjectPinning.ETAG, new Encryption.None());
    store.openQuarantined(KEY, VersionId.ofEntityTag("abc")).orElseThrow().close();

    CannedHttp.Request asked = http.requests().getFirst();
    assertThat(asked.header("If-Match")).isEqualTo("\"abc\"");
    assertThat(asked.head().rawQueryParameters()).isEmpty();
  }

  @Test
  void nameOfTheOtherKindWasNeverThere() {
    AttachmentStore tagged = store(ObjectPinning.ETAG, new Encryption.None());

    assertThat(store().openQuarantined(KEY, VersionId.ofEntityTag("abc"))).isEmpty();
    assertThat(tagged.openQuarantined(KEY, VERSION)).isEmpty();
    tagged.deleteQuarantined(KEY, VERSION);
    assertThat(http.requests()).isEmpty();
  }

  @Test
  void transferThatEndsEarlyIsAFailureAndNotAnEnd() throws IOException {
    object("1234", 5);

    try (QuarantinedObject opened = store().openQuarantined(KEY, VERSION).orElseThrow()) {
      assertThatThrownBy(() -> opened.bytes().readAllBytes()).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void closingEarlyEndsTheConnectionInsteadOfDrainingIt() throws IOException {
    AtomicInteger aborted = new AtomicInteger();
    AtomicInteger read = new AtomicInteger();
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            read.incrementAndGet();
            return 'x';
          }

          @Override
          public int read(byte[] target, int from, int length) {
            read.addAndGet(length);
            return length;
          }
        };
    http.answer(200, Map.of("Content-Length", "200000000"), endless, aborted::incrementAndGet);

    QuarantinedObject opened = store().openQuarantined(KEY, VERSION).orElseThrow();
    assertThat(opened.bytes().readNBytes(10)).hasSize(10);
    opened.close();

    assertThat(aborted.get()).isPositive();
    assertThat(read.get()).isLessThan(100_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "404 NoSuchKey",
        "404 NoSuchVersion",
        "405 MethodNotAllowed",
        "400 InvalidArgument",
        "412 PreconditionFailed"
      })
  void versionThatIsNotThereIsNothing(String answer) {
    refuse(answer);

    assertThat(store().openQuarantined(KEY, VERSION)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"404 NoSuchBucket", "403 AccessDenied"})
  void bucketThatIsNotThereIsAnOutage(String answer) {
    refuse(answer);

    assertThatThrownBy(() -> store().openQuarantined(KEY, VERSION))
        .isInstanceOf(PortUnavailableException.class);
  }

  @Test
  void bucketThatKeepsNoVersionsIsAnOutageUntilSomebodySaysSo() {
    http.answer(200, Map.of("Content-Length", "5", "ETag", "\"abc\""), "");

    assertThatThrownBy(() -> store().findQuarantined(KEY))
        .isInstanceOf(PortUnavailableException.class);
  }

  @Test
  void cleanBytesGoWithTheirDigestTypeAndEncryption() {
    http.answer(200, Map.of(), "");

    store(ObjectPinning.VERSION_ID, new Encryption.Kms("alias/clean")).writeClean(OUTPUT, source());

    CannedHttp.Request put = http.requests().getFirst();
    assertThat(put.header("x-amz-checksum-sha256")).isEqualTo(Sha256.of(CLEAN).base64());
    assertThat(put.header("Content-Type")).isEqualTo(FileType.TEXT.servedAs().value());
    assertThat(put.header("Content-Length")).isEqualTo("10");
    assertThat(put.header("x-amz-server-side-encryption")).isEqualTo("aws:kms");
    assertThat(put.header("x-amz-server-side-encryption-aws-kms-key-id")).isEqualTo("alias/clean");
    assertThat(put.header("x-amz-checksum-crc32")).isEqualTo("none");
    assertThat(put.body()).isEqualTo("clean text");
  }

  @Test
  void cleanBytesAreSentAgainFromTheirBeginning() {
    http.fail("reset").answer(200, Map.of(), "");

    store().writeClean(OUTPUT, source());

    assertThat(http.requests()).hasSize(2).allMatch(put -> put.body().equals("clean text"));
  }

  @Test
  void digestThatS3DoesNotFindIsCorruption() {
    refuse("400 BadDigest");

    assertThatThrownBy(() -> store().writeClean(OUTPUT, source()))
        .isInstanceOf(CorruptDataException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"clean texT", "clean", "clean text and more"})
  void sourceThatLiesAboutItsBytesNeverBecomesWhole(String bytes) {
    assertThatThrownBy(() -> store().writeClean(OUTPUT, source(bytes)))
        .isInstanceOf(CorruptDataException.class);

    assertThat(http.requests()).as("none was sent to its end").isEmpty();
  }

  @Test
  void writeWhoseAnswerIsLostIsInDoubt() {
    http.fail("reset").fail("reset").fail("reset");

    assertThatThrownBy(() -> store().writeClean(OUTPUT, source()))
        .isInstanceOf(OutcomeUnknownException.class);
  }

  @Test
  void everyPageOfVersionsIsDeleted() {
    page(true, version("clean/k", "1") + marker("clean/k", "2"));
    http.answer(204, Map.of(), "").answer(204, Map.of(), "");
    page(true, version("clean/k", "3") + version("clean/kk", "4"));
    http.answer(204, Map.of(), "");

    store().deleteClean(OUTPUT.key());

    assertThat(http.requests())
        .extracting(request -> request.head().method() + " " + deleted(request))
        .as("stops at the first other key")
        .containsExactly("GET -", "DELETE 1", "DELETE 2", "GET -", "DELETE 3");
    assertThat(http.requests().get(3).head().rawQueryParameters()).containsKey("key-marker");
  }

  @Test
  void versionThatAnotherHasDeletedFirstIsGone() {
    page(false, version("clean/k", "1") + version("clean/k", "3"));
    refuse("404 NoSuchVersion");
    http.answer(204, Map.of(), "");

    store().deleteClean(OUTPUT.key());

    assertThat(http.requests())
        .extracting(S3AttachmentStoreTest::deleted)
        .containsExactly("-", "1", "3");
  }

  private static String deleted(CannedHttp.Request request) {
    return request.head().firstMatchingRawQueryParameter("versionId").orElse("-");
  }

  private void page(boolean truncated, String entries) {
    http.answer(
        200,
        Map.of(),
        "<ListVersionsResult><IsTruncated>%b</IsTruncated><NextKeyMarker>clean/k</NextKeyMarker>"
                .formatted(truncated)
            + "<NextVersionIdMarker>2</NextVersionIdMarker>%s</ListVersionsResult>"
                .formatted(entries));
  }

  private static String version(String key, String id) {
    return "<Version><Key>%s</Key><VersionId>%s</VersionId></Version>".formatted(key, id);
  }

  private static String marker(String key, String id) {
    return "<DeleteMarker><Key>%s</Key><VersionId>%s</VersionId></DeleteMarker>".formatted(key, id);
  }

  private void object(String bytes, int claimed) {
    http.answer(
        200,
        Map.of("Content-Length", Integer.toString(claimed)),
        new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8)),
        () -> {});
  }

  private void refuse(String answer) {
    http.answer(
        Integer.parseInt(answer.substring(0, 3)),
        Map.of(),
        "<Error><Code>%s</Code></Error>".formatted(answer.substring(4)));
  }

  private static ByteSource source() {
    return source("clean text");
  }

  /** Promises what the output promises, whatever its bytes are. */
  private static ByteSource source(String bytes) {
    return new ByteSource() {
      @Override
      public DataSize size() {
        return OUTPUT.size();
      }

      @Override
      public Sha256 sha256() {
        return OUTPUT.sha256();
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes.getBytes(StandardCharsets.UTF_8));
      }
    };
  }
}
