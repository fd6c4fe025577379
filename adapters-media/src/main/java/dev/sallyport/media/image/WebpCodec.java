package dev.sallyport.media.image;

import com.twelvemonkeys.imageio.plugins.webp.lossless.VP8LDecoder;
import com.twelvemonkeys.imageio.plugins.webp.vp8.VP8Frame;
import com.twelvemonkeys.imageio.util.ProgressListenerBase;
import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.application.shared.DeadlineExceededException;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.awt.image.WritableRaster;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import javax.imageio.ImageReader;

/**
 * TwelveMonkeys' decoders of VP8 and VP8L, made strict.
 *
 * <p>They see nothing but the data of one picture whose dimensions have been checked, followed by
 * zeros; whoever reads on into these has been given too little. Their reader, which would look at
 * the file's other chunks, is never used.
 */
final class WebpCodec {
  private static final int ZEROS = 64;

  /** An arithmetic decoder looks that far ahead of what it uses. */
  private static final int LOOK_AHEAD = 2;

  private final Content content;
  private final Deadline deadline;
  private final Pace pace;

  WebpCodec(Content content, Deadline deadline, Pace pace) {
    this.content = content;
    this.deadline = deadline;
    this.pace = pace;
  }

  /** Reads from a stream. */
  @FunctionalInterface
  private interface Decoding {
    void run(RangeInputStream input) throws IOException;
  }

  /** Decodes VP8 data into red, green and blue. */
  void lossy(JpegLayout.Range data, WritableRaster target) throws IOException {
    decode(
        new byte[0],
        data,
        LOOK_AHEAD,
        input -> {
          VP8Frame frame = new VP8Frame(input, false);
          frame.setProgressListener(
              new ProgressListenerBase() {
                @Override
                public void imageProgress(ImageReader source, float percentageDone) {
                  deadline.check();
                }
              });
          if (!frame.decode(target, null)) {
            throw new UnfitContentException(ReasonCode.MALFORMED);
          }
        });
  }

  /** Decodes VP8L data, header included, into red, green, blue and alpha. */
  void lossless(JpegLayout.Range data, WebpRaster target) throws IOException {
    lossless(new byte[0], data, target);
  }

  /** Decodes VP8L data that stands without its header, as that of compressed alpha does. */
  void headless(JpegLayout.Range data, WebpRaster target) throws IOException {
    lossless(WebpPicture.losslessHeader(target.getWidth(), target.getHeight()), data, target);
  }

  private void lossless(byte[] head, JpegLayout.Range data, WebpRaster target) throws IOException {
    decode(
        head,
        data,
        0,
        input ->
            new VP8LDecoder(input, false)
                .readVP8Lossless(target, true, null, target.getWidth(), target.getHeight()));
  }

  private void decode(byte[] head, JpegLayout.Range data, int ahead, Decoding decoding)
      throws IOException {
    long end = head.length + data.to() - data.from();
    try (RangeInputStream input = new RangeInputStream(head, content, List.of(data), ZEROS, pace)) {
      input.setByteOrder(ByteOrder.LITTLE_ENDIAN);
      run(decoding, input);
      if (input.getStreamPosition() > end + ahead) {
        throw new UnfitContentException(ReasonCode.TRUNCATED);
      }
    }
  }

  /** Turns whatever a decoder throws into a verdict, but not what reading the content throws. */
  private static void run(Decoding decoding, RangeInputStream input) throws IOException {
    try {
      decoding.run(input);
    } catch (DeadlineExceededException | UnfitContentException e) {
      throw e;
    } catch (EOFException e) {
      input.requireIntact();
      throw new UnfitContentException(ReasonCode.TRUNCATED, e);
    } catch (OutOfMemoryError e) {
      throw new UnfitContentException(ReasonCode.EXPANSION_LIMIT, e);
    } catch (IOException | RuntimeException | AssertionError e) {
      input.requireIntact();
      throw new UnfitContentException(ReasonCode.MALFORMED, e);
    }
  }
}
