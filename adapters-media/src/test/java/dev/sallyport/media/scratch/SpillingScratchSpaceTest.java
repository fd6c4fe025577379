package dev.sallyport.media.scratch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.sanitization.port.Scratch;
import dev.sallyport.application.sanitization.port.ScratchSpace;
import dev.sallyport.contract.sanitization.ScratchSpaceContract;
import dev.sallyport.domain.shared.DataSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpillingScratchSpaceTest implements ScratchSpaceContract {
  private static final int THRESHOLD = 10_000;

  @TempDir private Path directory;

  @Override
  public ScratchSpace space() {
    return new SpillingScratchSpace(
        new ScratchConfiguration(
            directory.resolve("a/b"), DataSize.ofBytes(THRESHOLD), DataSize.ofMebibytes(1)));
  }

  @Override
  public int[] sizesOfInterest() {
    return new int[] {0, 1, 4_097, THRESHOLD - 1, THRESHOLD, THRESHOLD + 1, 300_000};
  }

  @Test
  void nothingIsOnDiskUpToTheThreshold() throws IOException {
    try (Scratch scratch = space().open(DataSize.ofMebibytes(1))) {
      scratch.sink().write(new byte[THRESHOLD]);
      assertThat(directory).isEmptyDirectory();
    }
  }

  @Test
  void scratchesSpillAtOnceWhenTheMemoryOfAllIsTaken() throws IOException {
    ScratchSpace space =
        new SpillingScratchSpace(
            new ScratchConfiguration(
                directory, DataSize.ofBytes(THRESHOLD), DataSize.ofBytes(2 * THRESHOLD)));
    Path folder = directory.resolve("spill");
    for (int round = 0; round < 3; round++) {
      try (Scratch first = filled(space);
          Scratch second = filled(space)) {
        assertThat(folder.toFile().exists()).isEqualTo(round > 0);
        try (Scratch third = space.open(DataSize.ofMebibytes(1))) {
          third.sink().write(1);
          assertThat(folder).isEmptyDirectory();
          assertThat(third.content().size()).isEqualTo(DataSize.ofBytes(1));
        }
        assertThat(first.content().read(0, new byte[THRESHOLD])).isEqualTo(THRESHOLD);
        assertThat(second.content().read(0, new byte[THRESHOLD])).isEqualTo(THRESHOLD);
      }
      Files.delete(folder);
      Files.createDirectory(folder);
    }
  }

  private static Scratch filled(ScratchSpace space) throws IOException {
    Scratch scratch = space.open(DataSize.ofMebibytes(1));
    scratch.sink().write(new byte[THRESHOLD]);
    return scratch;
  }

  @Test
  void memoryIsThereAgainWhenItsScratchHasSpilledOrClosed() throws IOException {
    ScratchMemory memory = new ScratchMemory(DataSize.ofBytes(THRESHOLD));
    SpillFolder folder = new SpillFolder(directory);
    for (int size : new int[] {1, THRESHOLD, THRESHOLD + 1, 3 * THRESHOLD}) {
      try (Scratch scratch = new SpillingScratch(folder, memory, THRESHOLD, 1 << 20)) {
        scratch.sink().write(1);
        scratch.sink().write(new byte[size - 1]);
        assertThat(memory.take(THRESHOLD)).isEqualTo(size > THRESHOLD);
        memory.give(size > THRESHOLD ? THRESHOLD : 0);
      }
      assertThat(memory.take(THRESHOLD)).isTrue();
      memory.give(THRESHOLD);
    }
  }

  @Test
  void spilledBytesHaveNoNameThatAnybodyCouldOpenOrFindLater() throws IOException {
    try (Scratch scratch = space().open(DataSize.ofMebibytes(1))) {
      scratch.sink().write(new byte[THRESHOLD + 1]);
      Path folder = directory.resolve("a/b/spill");
      assertThat(folder).isEmptyDirectory();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void folderThatOthersMayEnterIsClosedToThem() throws IOException {
    Path folder = Files.createDirectories(directory.resolve("a/b/spill"));
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    SpillFolder spill = new SpillFolder(directory.resolve("a/b"));
    spill.newFile().close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
        .isEqualTo("rwx------");
  }

  @Test
  void folderIsMadeAgainWhenSomebodyTidiedItAway() throws IOException {
    ScratchSpace space = space();
    for (int i = 0; i < 2; i++) {
      try (Scratch scratch = space.open(DataSize.ofMebibytes(1))) {
        scratch.sink().write(new byte[THRESHOLD + 1]);
        assertThat(scratch.content().size()).isEqualTo(DataSize.ofBytes(THRESHOLD + 1));
      }
      Files.delete(directory.resolve("a/b/spill"));
    }
  }

  @Test
  void linkInPlaceOfTheFolderIsRefused() throws IOException {
    Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
    Files.createDirectories(directory.resolve("a/b"));
    Files.createSymbolicLink(directory.resolve("a/b/spill"), elsewhere);
    try (Scratch scratch = space().open(DataSize.ofMebibytes(1))) {
      assertThatThrownBy(() -> scratch.sink().write(new byte[THRESHOLD + 1]))
          .isInstanceOf(IOException.class);
    }
    try (Stream<Path> files = Files.list(elsewhere)) {
      assertThat(files).isEmpty();
    }
  }
}
