package dev.sallyport.inmemory.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpillFolderTest {
  @TempDir Path parent;

  @Test
  void closeLeavesNothing() throws IOException {
    try (SpillFolder folder = SpillFolder.open(parent)) {
      Files.writeString(folder.newFile(), "secret");
    }
    assertThat(children()).isEmpty();
  }

  @Test
  void startDeletesWhatADeadProcessLeft() throws IOException {
    Path dead = Files.createDirectory(parent.resolve("sallyport-store-12345"));
    Files.createFile(dead.resolve("lock"));
    Files.writeString(dead.resolve("object-1"), "secret");

    try (SpillFolder folder = SpillFolder.open(parent)) {
      assertThat(children()).containsExactly(folder.folder());
    }
  }

  @Test
  void startKeepsWhatALivingProcessUses() throws IOException {
    try (SpillFolder living = SpillFolder.open(parent)) {
      Path file = living.newFile();
      try (SpillFolder other = SpillFolder.open(parent)) {
        assertThat(file).exists();
        assertThat(other.folder()).isNotEqualTo(living.folder());
      }
      assertThat(file).exists();
    }
  }

  @Test
  void startFollowsNoLinkAndTouchesNothingElse() throws IOException {
    Path elsewhere = Files.createDirectory(parent.resolve("elsewhere"));
    Files.createFile(elsewhere.resolve("lock"));
    Files.createFile(elsewhere.resolve("precious"));
    Files.createSymbolicLink(parent.resolve("sallyport-store-link"), elsewhere);
    Files.createFile(parent.resolve("sallyport-store-file"));
    Files.createDirectory(parent.resolve("sallyport-store-without-lock"));

    SpillFolder.open(parent).close();

    assertThat(elsewhere.resolve("precious")).exists();
    assertThat(children()).hasSize(4);
  }

  private List<Path> children() throws IOException {
    try (Stream<Path> files = Files.list(parent)) {
      return files.toList();
    }
  }
}
