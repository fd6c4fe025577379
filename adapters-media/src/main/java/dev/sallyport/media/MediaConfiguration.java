package dev.sallyport.media;

import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.media.image.PixelBudget;
import java.nio.file.Path;

/**
 * What looking into bytes may use of a machine.
 *
 * @param scratchDirectory a folder on a disk with room for as many of the largest attachments as
 *     are looked into at once
 * @param scratchThreshold most bytes of an attachment that are kept in memory instead
 * @param pixelBudget memory for the pixels of all images that are rebuilt at once, 1 MiB to 1 TiB
 */
public record MediaConfiguration(
    Path scratchDirectory, DataSize scratchThreshold, DataSize pixelBudget) {

  /** Returns 4 MiB in memory and 40 % of the largest heap for pixels. */
  public static MediaConfiguration defaults(Path scratchDirectory) {
    return new MediaConfiguration(
        scratchDirectory, DataSize.ofMebibytes(4), PixelBudget.defaultSize());
  }
}
