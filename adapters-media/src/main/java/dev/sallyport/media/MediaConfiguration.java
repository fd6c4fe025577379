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
 * @param scratchMemory most bytes of all attachments together that are kept in memory
 * @param pixelBudget memory for the pixels of all images that are rebuilt at once, 1 MiB to 1 TiB
 */
public record MediaConfiguration(
    Path scratchDirectory,
    DataSize scratchThreshold,
    DataSize scratchMemory,
    DataSize pixelBudget) {

  /**
   * Returns 4 MiB in memory for each attachment, a tenth of the largest heap for all of them
   * together, and 40 % of it for pixels.
   */
  public static MediaConfiguration defaults(Path scratchDirectory) {
    return new MediaConfiguration(
        scratchDirectory,
        DataSize.ofMebibytes(4),
        DataSize.ofBytes(Runtime.getRuntime().maxMemory() / 10),
        PixelBudget.defaultSize());
  }
}
