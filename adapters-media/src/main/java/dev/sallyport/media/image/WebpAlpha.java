package dev.sallyport.media.image;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;

/**
 * The transparency of a lossy WebP picture, which stands in a chunk of its own (<a
 * href="https://www.rfc-editor.org/rfc/rfc9649#section-2.7.1.2">RFC 9649, 2.7.1.2</a>).
 */
final class WebpAlpha {
  private static final int HORIZONTAL = 1;
  private static final int VERTICAL = 2;
  private static final int GRADIENT = 3;
  private static final int CHANNELS = 4;
  private static final int GREEN = 1;
  private static final int ALPHA = 3;

  private final WebpLayout.Frame frame;
  private final Content content;
  private final WebpCodec codec;
  private final Pace pace;

  WebpAlpha(WebpLayout.Frame frame, Content content, WebpCodec codec, Pace pace) {
    this.frame = frame;
    this.content = content;
    this.codec = codec;
    this.pace = pace;
  }

  /** Decodes it into the alpha of pixels of four bytes. */
  void into(byte[] samples) throws IOException {
    ImageBytes bytes = new ImageBytes(content, pace);
    bytes.seek(frame.alphaData().from());
    int flags = bytes.u8();
    int method = flags & 3;
    long from = frame.alphaData().from() + 1;
    if (method == 1) {
      WebpRaster raster = new WebpRaster(frame.width(), frame.height(), pace);
      codec.headless(new JpegLayout.Range(from, frame.alphaData().to()), raster);
      byte[] decoded = raster.samples();
      for (int i = 0; i < samples.length; i += CHANNELS) {
        samples[i + ALPHA] = decoded[i + GREEN];
      }
    } else if (method == 0) {
      if (frame.alphaData().to() - from < (long) frame.width() * frame.height()) {
        throw new UnfitContentException(ReasonCode.TRUNCATED);
      }
      for (int i = 0; i < samples.length; i += CHANNELS) {
        samples[i + ALPHA] = (byte) bytes.u8();
      }
    } else {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
    unfilter(flags >> 2 & 3, samples);
  }

  private void unfilter(int filter, byte[] samples) {
    int stride = frame.width() * CHANNELS;
    for (int i = ALPHA; filter != 0 && i < samples.length; i += CHANNELS) {
      boolean firstInRow = i % stride == ALPHA;
      boolean firstRow = i < stride;
      pace.worked(1);
      int guess;
      if (firstRow) {
        guess = firstInRow ? 0 : samples[i - CHANNELS];
      } else if (firstInRow) {
        guess = samples[i - stride];
      } else {
        guess =
            switch (filter) {
              case HORIZONTAL -> samples[i - CHANNELS];
              case VERTICAL -> samples[i - stride];
              case GRADIENT -> gradient(samples, i, stride);
              default -> throw new AssertionError(filter);
            };
      }
      samples[i] += (byte) guess;
    }
  }

  private static int gradient(byte[] samples, int i, int stride) {
    int left = samples[i - CHANNELS] & 0xff;
    int above = samples[i - stride] & 0xff;
    int corner = samples[i - stride - CHANNELS] & 0xff;
    return Math.clamp(left + above - corner, 0, 255);
  }
}
