package dev.sallyport.media.image;

import dev.sallyport.application.profile.port.Rendition;
import dev.sallyport.application.profile.port.RenditionMaker;
import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.domain.profile.RenditionSize;
import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.UnfitContentException;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes renditions with the decoders and encoders of the rebuilders, behind the same checks.
 *
 * <p>The largest is made from the file, the others from it, so that a file is decoded once, and no
 * finer than it takes.
 */
final class ImageRenditionMaker implements RenditionMaker {
  private final JpegCodec codec = new JpegCodec();
  private final JpegPicture jpeg;
  private final PngPicture png;

  @Inject
  ImageRenditionMaker(PixelBudget budget, SanitizationPolicy policy) {
    jpeg = new JpegPicture(budget, codec, policy);
    png = new PngPicture(budget, policy);
  }

  @Override
  public Made make(Content content, FileType type, List<RenditionSize> sizes, Deadline deadline)
      throws IOException {
    requireOneShape(sizes);
    try {
      Picture largest = largest(content, type, sizes.getFirst(), deadline).withoutOpaqueAlpha();
      Pace pace = new Pace(deadline);
      List<Rendition> renditions = new ArrayList<>();
      for (RenditionSize size : sizes) {
        renditions.add(encoded(largest.in(size, pace), size, pace));
      }
      return new Made.Done(renditions);
    } catch (UnfitContentException unfit) {
      return new Made.Unfit(unfit.reason());
    }
  }

  private static void requireOneShape(List<RenditionSize> sizes) {
    RenditionSize first = sizes.getFirst();
    boolean one = sizes.stream().allMatch(size -> size.isSameShape(first));
    if (!one || sizes.stream().anyMatch(size -> size.width() > first.width())) {
      throw new IllegalArgumentException("sizes of one shape, the largest first");
    }
  }

  private Picture largest(Content content, FileType type, RenditionSize size, Deadline deadline)
      throws IOException {
    return switch (type) {
      case JPEG -> jpeg.make(content, size, deadline);
      case PNG -> png.make(content, size, deadline);
      default -> throw new UnfitContentException(ReasonCode.UNSUPPORTED_TYPE);
    };
  }

  private Rendition encoded(Picture picture, RenditionSize size, Pace pace) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream(1 << 15);
    if (picture.hasAlpha()) {
      picture.writePng(pace, file);
      return new Rendition(size, FileType.PNG, file.toByteArray());
    }
    picture.writeJpeg(codec, pace, file);
    return new Rendition(size, FileType.JPEG, file.toByteArray());
  }
}
