package dev.sallyport.media;

import static org.assertj.core.api.Assertions.assertThat;

import dagger.BindsInstance;
import dagger.Component;
import dev.sallyport.application.sanitization.port.ArchiveRebuilder;
import dev.sallyport.application.sanitization.port.ContentRebuilder;
import dev.sallyport.application.sanitization.port.ContentSniffer;
import dev.sallyport.application.sanitization.port.ScratchSpace;
import dev.sallyport.domain.sanitization.FileType;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaAdaptersModuleTest {
  @TempDir private Path directory;

  @Singleton
  @Component(modules = MediaAdaptersModule.class)
  interface Deployment {
    Set<ContentRebuilder> rebuilders();

    Set<ArchiveRebuilder> archives();

    ContentSniffer sniffer();

    ScratchSpace scratchSpace();

    @Component.Factory
    interface Factory {
      Deployment of(@BindsInstance MediaConfiguration configuration);
    }
  }

  @Test
  void everyTypeThatCanBeLookedIntoHasExactlyOneRebuilder() {
    Deployment deployment =
        DaggerMediaAdaptersModuleTest_Deployment.factory()
            .of(MediaConfiguration.defaults(directory));
    List<FileType> types =
        Stream.concat(
                deployment.rebuilders().stream().flatMap(each -> each.types().stream()),
                deployment.archives().stream().flatMap(each -> each.types().stream()))
            .toList();
    assertThat(types)
        .containsExactlyInAnyOrderElementsOf(
            EnumSet.complementOf(EnumSet.copyOf(FileType.opaque())));
    assertThat(deployment.sniffer()).isSameAs(deployment.sniffer());
    assertThat(deployment.scratchSpace()).isSameAs(deployment.scratchSpace());
    assertThat(directory).isEmptyDirectory();
  }
}
