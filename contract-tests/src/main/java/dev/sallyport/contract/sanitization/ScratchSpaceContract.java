package dev.sallyport.contract.sanitization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.sanitization.port.Scratch;
import dev.sallyport.application.sanitization.port.ScratchSpace;
import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every scratch space keeps. */
public interface ScratchSpaceContract {
  /** Opens the scratch space; the same one within a test. */
  ScratchSpace space();

  /** Returns sizes around those at which the adapter changes its ways, in bytes. */
  int[] sizesOfInterest();

  @Test
  default void contentIsWhatWasWritten() throws IOException {
    for (int size : sizesOfInterest()) {
      byte[] bytes = bytes(size);
      try (Scratch scratch = space().open(DataSize.ofBytes(size))) {
        writeInPieces(scratch, bytes);
        Content content = scratch.content();
        assertThat(content.size()).isEqualTo(DataSize.ofBytes(size));
        assertThat(content.sha256()).isEqualTo(Sha256.of(bytes));
        for (int time = 0; time < 2; time++) {
          try (InputStream in = content.open()) {
            assertThat(in.readAllBytes()).isEqualTo(bytes);
          }
        }
      }
    }
  }

  @Test
  default void contentIsReadFromAnyPlace() throws IOException {
    for (int size : sizesOfInterest()) {
      byte[] bytes = bytes(size);
      try (Scratch scratch = space().open(DataSize.ofBytes(size))) {
        scratch.sink().write(bytes);
        Content content = scratch.content();
        for (int position : new int[] {size - 1, 0, size / 2, size, size + 10}) {
          byte[] target = new byte[100];
          int expected = Math.max(0, Math.min(100, size - position));
          assertThat(content.read(Math.max(0, position), target))
              .isEqualTo(position < 0 ? Math.min(100, size) : expected);
          if (position >= 0 && expected > 0) {
            assertThat(Arrays.copyOf(target, expected))
                .isEqualTo(Arrays.copyOfRange(bytes, position, position + expected));
          }
        }
      }
    }
  }

  @Test
  default void writingMoreThanTheRoomIsRefused() throws IOException {
    for (int size : sizesOfInterest()) {
      try (Scratch scratch = space().open(DataSize.ofBytes(size))) {
        scratch.sink().write(bytes(size));
        assertThatThrownBy(() -> scratch.sink().write(1))
            .isInstanceOf(Scratch.ScratchFullException.class);
      }
    }
  }

  @Test
  default void writingEndsWithTheContent() throws IOException {
    try (Scratch scratch = space().open(DataSize.ofBytes(10))) {
      scratch.sink().write(1);
      Content content = scratch.content();
      assertThat(scratch.content()).isSameAs(content);
      assertThatThrownBy(() -> scratch.sink().write(1)).isInstanceOf(IOException.class);
    }
  }

  @Test
  default void nothingIsReadAfterClose() throws IOException {
    for (int size : sizesOfInterest()) {
      Scratch scratch = space().open(DataSize.ofBytes(size));
      scratch.sink().write(bytes(size));
      Content content = scratch.content();
      scratch.close();
      scratch.close();
      assertThatThrownBy(() -> content.read(0, new byte[1])).isInstanceOf(IOException.class);
    }
  }

  private static void writeInPieces(Scratch scratch, byte[] bytes) throws IOException {
    int half = bytes.length / 2;
    scratch.sink().write(bytes, 0, half);
    for (int i = half; i < Math.min(bytes.length, half + 10); i++) {
      scratch.sink().write(bytes[i]);
    }
    int rest = Math.min(bytes.length, half + 10);
    scratch.sink().write(bytes, rest, bytes.length - rest);
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
