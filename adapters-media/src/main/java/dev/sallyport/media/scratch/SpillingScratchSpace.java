package dev.sallyport.media.scratch;

import dev.sallyport.application.sanitization.port.Scratch;
import dev.sallyport.application.sanitization.port.ScratchSpace;
import dev.sallyport.domain.shared.DataSize;
import jakarta.inject.Inject;

/**
 * Keeps a scratch in memory up to a threshold, and while there is memory left for all scratches
 * together, and moves it to a private file when it grows beyond.
 *
 * <p>Nothing is touched on disk before the first scratch spills.
 */
final class SpillingScratchSpace implements ScratchSpace {
  private final SpillFolder folder;
  private final ScratchMemory memory;
  private final int threshold;

  @Inject
  SpillingScratchSpace(ScratchConfiguration configuration) {
    folder = new SpillFolder(configuration.directory());
    memory = new ScratchMemory(configuration.memory());
    threshold = Math.toIntExact(configuration.threshold().bytes());
  }

  @Override
  public Scratch open(DataSize max) {
    return new SpillingScratch(folder, memory, threshold, max.bytes());
  }
}
