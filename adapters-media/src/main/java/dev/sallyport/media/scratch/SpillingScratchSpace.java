package dev.sallyport.media.scratch;

import dev.sallyport.application.sanitization.port.Scratch;
import dev.sallyport.application.sanitization.port.ScratchSpace;
import dev.sallyport.domain.shared.DataSize;
import jakarta.inject.Inject;

/**
 * Keeps a scratch in memory up to a threshold and moves it to a private file when it grows beyond.
 *
 * <p>Nothing is touched on disk before the first scratch spills.
 */
final class SpillingScratchSpace implements ScratchSpace {
  private final SpillFolder folder;
  private final int threshold;

  @Inject
  SpillingScratchSpace(ScratchConfiguration configuration) {
    folder = new SpillFolder(configuration.directory());
    threshold = Math.toIntExact(configuration.threshold().bytes());
  }

  @Override
  public Scratch open(DataSize max) {
    return new SpillingScratch(folder, threshold, max.bytes());
  }
}
