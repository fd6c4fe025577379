package dev.sallyport.media.scratch;

import dev.sallyport.domain.shared.DataSize;
import java.nio.file.Path;

/**
 * Where scratch space is taken from.
 *
 * @param directory a folder on a disk with room for as many of the largest attachments as are
 *     looked into at once; made when it is missing
 * @param threshold most bytes of one scratch that stay in memory; below 1 GiB
 * @param memory most bytes of all scratches together that stay in memory
 */
public record ScratchConfiguration(Path directory, DataSize threshold, DataSize memory) {
  /** Rejects a threshold that no array can hold. */
  public ScratchConfiguration {
    if (threshold.bytes() > 1 << 30) {
      throw new IllegalArgumentException("threshold is out of its range");
    }
  }
}
