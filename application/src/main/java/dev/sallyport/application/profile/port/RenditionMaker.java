package dev.sallyport.application.profile.port;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.profile.RenditionSize;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import java.io.IOException;
import java.util.List;

/**
 * Makes the sizes in which a picture is shown from the clean bytes of one.
 *
 * <p>Takes from the middle of the picture as much as fits the shape, stands it upright as its Exif
 * orientation says, and enlarges what is too small. JPEG, or PNG when a pixel is not opaque;
 * nothing but pixels is in the files.
 *
 * <p>Deterministic: the same content gives the same bytes. Takes at most the memory that its family
 * budgets for pixels, waiting for it within the deadline if it must.
 */
public interface RenditionMaker {
  /**
   * Makes one rendition of each size.
   *
   * @param content the whole file
   * @param type what the sanitizer made it
   * @param sizes at least one, the largest first, all of one shape
   * @param deadline looked at often; when it has come, {@link
   *     dev.sallyport.application.shared.DeadlineExceededException}
   * @throws IOException only when reading the content fails
   */
  Made make(Content content, FileType type, List<RenditionSize> sizes, Deadline deadline)
      throws IOException;

  /** What became of it. */
  sealed interface Made {
    /**
     * All renditions.
     *
     * @param renditions in the order of the sizes
     */
    record Done(List<Rendition> renditions) implements Made {
      /** Copies the list. */
      public Done {
        renditions = List.copyOf(renditions);
      }
    }

    /**
     * No picture can be made of it.
     *
     * @param reason {@code UNSUPPORTED_TYPE} for what is no picture, else what is wrong with it
     */
    record Unfit(ReasonCode reason) implements Made {}
  }
}
