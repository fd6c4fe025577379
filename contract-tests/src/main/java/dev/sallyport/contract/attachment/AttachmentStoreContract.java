package dev.sallyport.contract.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.attachment.port.AttachmentStore;
import dev.sallyport.application.attachment.port.AttachmentStore.ByteSource;
import dev.sallyport.application.attachment.port.AttachmentStore.QuarantinedObject;
import dev.sallyport.application.attachment.port.AttachmentStore.StoredVersion;
import dev.sallyport.application.shared.CorruptDataException;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.MediaType;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.Sha256;
import dev.sallyport.domain.shared.VersionId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What every {@link AttachmentStore} keeps. Keys are fresh, so that runs may share a store. */
public interface AttachmentStoreContract {
  /** Returns the store under test, with the sanitizer's rights. */
  AttachmentStore store();

  /** Puts bytes into quarantine as a stranger's form does, with a content type or without one. */
  VersionId upload(ObjectKey key, byte[] bytes, Optional<String> contentType);

  /** Returns what a reader finds under a key in clean now, or nothing. */
  Optional<Clean> readClean(ObjectKey key);

  /**
   * What a reader finds.
   *
   * @param sha256 of the bytes
   * @param contentType as the store says it
   */
  record Clean(Sha256 sha256, String contentType) {}

  /** Keeps keys of one moment apart. */
  final class FreshKeys {
    private static final AtomicLong MADE = new AtomicLong();

    private FreshKeys() {}
  }

  @Test
  default void findReturnsNothingForKeyThatWasNeverUsed() {
    assertThat(store().findQuarantined(freshKey("attachments"))).isEmpty();
  }

  @Test
  default void findReturnsNewestVersionWithItsSize() {
    ObjectKey key = freshKey("attachments");
    upload(key, bytes("first"), Optional.empty());
    VersionId second = upload(key, bytes("the second"), Optional.empty());

    assertThat(store().findQuarantined(key))
        .contains(new StoredVersion(second, DataSize.ofBytes(10)));
  }

  @Test
  default void openReadsExactlyTheVersionThatIsNamed() throws IOException {
    ObjectKey key = freshKey("attachments");
    VersionId first = upload(key, bytes("first"), Optional.empty());
    VersionId second = upload(key, bytes("the second"), Optional.empty());

    assertThat(first).isNotEqualTo(second);
    assertThat(read(key, first)).isEqualTo("first");
    assertThat(read(key, second)).isEqualTo("the second");
  }

  @Test
  default void openReturnsNothingForVersionOfAnotherKey() {
    ObjectKey key = freshKey("attachments");
    VersionId version = upload(key, bytes("x"), Optional.empty());

    assertThat(store().openQuarantined(freshKey("attachments"), version)).isEmpty();
  }

  @Test
  default void openTellsSizeAndReadableContentType() throws IOException {
    ObjectKey key = freshKey("attachments");
    VersionId version = upload(key, bytes("{}"), Optional.of("application/json; charset=utf-8"));

    try (QuarantinedObject object = store().openQuarantined(key, version).orElseThrow()) {
      assertThat(object.size()).isEqualTo(DataSize.ofBytes(2));
      assertThat(object.contentType()).contains(new MediaType("application/json"));
    }
  }

  @Test
  default void openTellsNoContentTypeWhenSenderNamedNone() throws IOException {
    ObjectKey key = freshKey("attachments");
    VersionId version = upload(key, bytes("x"), Optional.empty());

    try (QuarantinedObject object = store().openQuarantined(key, version).orElseThrow()) {
      assertThat(object.contentType()).isEmpty();
    }
  }

  @Test
  default void openTellsNoContentTypeWhenItCannotBeRead() throws IOException {
    ObjectKey key = freshKey("attachments");
    VersionId version = upload(key, bytes("x"), Optional.of("not a type"));

    try (QuarantinedObject object = store().openQuarantined(key, version).orElseThrow()) {
      assertThat(object.contentType()).isEmpty();
    }
  }

  @Test
  default void openReadsObjectOfNoBytesAndOfManyBytes() throws IOException {
    byte[] many = new byte[3 * 1024 * 1024 + 7];
    for (int i = 0; i < many.length; i++) {
      many[i] = (byte) (i * 31 + i / 977);
    }
    ObjectKey empty = freshKey("attachments");
    ObjectKey large = freshKey("attachments");
    VersionId ofEmpty = upload(empty, new byte[0], Optional.empty());
    VersionId ofLarge = upload(large, many, Optional.empty());

    assertThat(read(empty, ofEmpty)).isEmpty();
    try (QuarantinedObject object = store().openQuarantined(large, ofLarge).orElseThrow()) {
      assertThat(Sha256.of(object.bytes().readAllBytes())).isEqualTo(Sha256.of(many));
    }
  }

  @Test
  default void deleteRemovesOnlyTheVersionThatIsNamed() throws IOException {
    ObjectKey key = freshKey("attachments");
    VersionId first = upload(key, bytes("first"), Optional.empty());
    VersionId second = upload(key, bytes("second"), Optional.empty());

    store().deleteQuarantined(key, second);

    assertThat(store().openQuarantined(key, second)).isEmpty();
    assertThat(read(key, first)).isEqualTo("first");
    assertThat(store().findQuarantined(key))
        .contains(new StoredVersion(first, DataSize.ofBytes(5)));
  }

  @Test
  default void deleteOfVersionThatIsGoneChangesNothing() {
    ObjectKey key = freshKey("attachments");
    VersionId version = upload(key, bytes("x"), Optional.empty());
    store().deleteQuarantined(key, version);

    store().deleteQuarantined(key, version);

    assertThat(store().findQuarantined(key)).isEmpty();
  }

  @Test
  default void writeCleanServesBytesUnderTheTypeOfTheVerdict() {
    Judgement.Output output = output("clean text");

    store().writeClean(output, source("clean text"));

    assertThat(readClean(output.key()))
        .contains(new Clean(output.sha256(), output.type().servedAs().value()));
  }

  @Test
  default void writeCleanTwiceServesTheSame() {
    Judgement.Output output = output("clean text");
    store().writeClean(output, source("clean text"));

    store().writeClean(output, source("clean text"));

    assertThat(readClean(output.key()))
        .contains(new Clean(output.sha256(), output.type().servedAs().value()));
  }

  @Test
  default void writeCleanRefusesOtherBytesThanPromisedAndLeavesNothing() {
    Judgement.Output output = output("clean text");

    for (String other : new String[] {"clean texT", "clean", "clean text and more", ""}) {
      assertThatThrownBy(() -> store().writeClean(output, source(other)))
          .as(other)
          .isInstanceOf(CorruptDataException.class);
      assertThat(readClean(output.key())).as(other).isEmpty();
    }
  }

  @Test
  default void writeCleanThatIsRefusedKeepsWhatWasThere() {
    Judgement.Output output = output("clean text");
    store().writeClean(output, source("clean text"));

    assertThatThrownBy(() -> store().writeClean(output, source("forged bytes")))
        .isInstanceOf(CorruptDataException.class);

    assertThat(readClean(output.key())).map(Clean::sha256).contains(output.sha256());
  }

  @Test
  default void deleteCleanRemovesTheKeyAndIsIdempotent() {
    Judgement.Output output = output("clean text");
    store().writeClean(output, source("clean text"));

    store().deleteClean(output.key());
    store().deleteClean(output.key());

    assertThat(readClean(output.key())).isEmpty();
  }

  @Test
  default void quarantineAndCleanNeverShareAKey() {
    Judgement.Output output = output("clean text");
    store().writeClean(output, source("clean text"));
    ObjectKey quarantined = freshKey("attachments");
    upload(quarantined, bytes("x"), Optional.empty());

    assertThat(store().findQuarantined(output.key())).isEmpty();
    assertThat(readClean(quarantined)).isEmpty();
  }

  private String read(ObjectKey key, VersionId version) throws IOException {
    try (QuarantinedObject object = store().openQuarantined(key, version).orElseThrow()) {
      return new String(object.bytes().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static ObjectKey freshKey(String folder) {
    return new ObjectKey(
        "%s/%x-%x".formatted(folder, System.nanoTime(), FreshKeys.MADE.incrementAndGet()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Judgement.Output output(String text) {
    byte[] bytes = bytes(text);
    return new Judgement.Output(
        freshKey("clean"), FileType.TEXT, DataSize.ofBytes(bytes.length), Sha256.of(bytes), false);
  }

  private static ByteSource source(String text) {
    byte[] bytes = bytes(text);
    return new ByteSource() {
      @Override
      public DataSize size() {
        return DataSize.ofBytes(bytes.length);
      }

      @Override
      public Sha256 sha256() {
        return Sha256.of(bytes);
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }
    };
  }
}
