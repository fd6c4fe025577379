package dev.sallyport.media.image;

import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.UnfitContentException;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.event.IIOReadWarningListener;

/** Watches a decoder at work: remembers that it warned, and stops it when its time is over. */
final class ReadWatch implements IIOReadWarningListener, IIOReadProgressListener {
  private final Deadline deadline;
  private boolean warned;

  ReadWatch(Deadline deadline) {
    this.deadline = deadline;
  }

  void requireFlawless() throws UnfitContentException {
    if (warned) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
  }

  @Override
  public void warningOccurred(ImageReader source, String warning) {
    warned = true;
  }

  @Override
  public void imageProgress(ImageReader source, float percentageDone) {
    if (deadline.remaining().isZero()) {
      source.abort();
    }
  }

  @Override
  public void sequenceStarted(ImageReader source, int minIndex) {}

  @Override
  public void sequenceComplete(ImageReader source) {}

  @Override
  public void imageStarted(ImageReader source, int imageIndex) {}

  @Override
  public void imageComplete(ImageReader source) {}

  @Override
  public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {}

  @Override
  public void thumbnailProgress(ImageReader source, float percentageDone) {}

  @Override
  public void thumbnailComplete(ImageReader source) {}

  @Override
  public void readAborted(ImageReader source) {}
}
