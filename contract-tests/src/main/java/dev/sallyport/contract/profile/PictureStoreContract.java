package dev.sallyport.contract.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.application.profile.port.PictureStore;
import dev.sallyport.application.profile.port.PictureStore.CleanPicture;
import dev.sallyport.application.profile.port.Rendition;
import dev.sallyport.domain.profile.RenditionSize;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.Judgement;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What every {@link PictureStore} keeps. Keys are fresh, so that runs may share a store. */
public interface PictureStoreContract {
  /** Returns the stores of a family. */
  PictureStores stores();

  /** Keeps names of one moment apart. */
  final class FreshNames {
    private static final AtomicLong MADE = new AtomicLong();

    private FreshNames() {}

    private static String next() {
      return Long.toHexString(System.nanoTime()) + "-" + MADE.incrementAndGet();
    }
  }

  @Test
  default void cleanBytesComeAsTheSanitizerWroteThem() throws IOException {
    byte[] bytes = "clean".getBytes(StandardCharsets.UTF_8);
    ObjectKey key = new ObjectKey("avatars/u-1/" + FreshNames.next());
    DataSize size = DataSize.ofBytes(bytes.length);
    stores()
        .attachments()
        .writeClean(
            new Judgement.Output(key, FileType.JPEG, size, Sha256.of(bytes), false),
            PictureBench.source(bytes));

    try (CleanPicture clean = stores().pictures().openClean(key).orElseThrow()) {
      assertThat(clean.bytes().readAllBytes()).isEqualTo(bytes);
    }
  }

  @Test
  default void cleanBytesThatAreGoneAreNothing() {
    ObjectKey key = new ObjectKey("avatars/u-1/" + FreshNames.next());
    assertThat(stores().pictures().openClean(key)).isEmpty();
  }

  @Test
  default void assetsAreStoredWithTheirTypeAndToBeKeptForAYear() {
    for (FileType type : new FileType[] {FileType.JPEG, FileType.PNG}) {
      byte[] bytes = FreshNames.next().getBytes(StandardCharsets.UTF_8);
      ObjectKey key = new ObjectKey("public/avatars/" + FreshNames.next());
      stores().pictures().writeAsset(key, new Rendition(new RenditionSize(1, 1), type, bytes));

      PictureStores.Asset asset = stores().asset(key).orElseThrow();
      assertThat(asset.bytes()).isEqualTo(bytes);
      assertThat(asset.contentType()).isEqualTo(type.servedAs().value());
      assertThat(asset.cacheControl()).isEqualTo("public, max-age=31536000, immutable");
    }
  }

  @Test
  default void writingAnAssetAgainChangesNothing() {
    byte[] bytes = FreshNames.next().getBytes(StandardCharsets.UTF_8);
    ObjectKey key = new ObjectKey("public/avatars/" + FreshNames.next());
    Rendition rendition = new Rendition(new RenditionSize(1, 1), FileType.JPEG, bytes);
    stores().pictures().writeAsset(key, rendition);
    stores().pictures().writeAsset(key, rendition);

    assertThat(stores().asset(key).orElseThrow().bytes()).isEqualTo(bytes);
  }
}
