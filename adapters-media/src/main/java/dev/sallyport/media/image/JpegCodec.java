package dev.sallyport.media.image;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.application.shared.Deadline;
import dev.sallyport.application.shared.DeadlineExceededException;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.plugins.jpeg.JPEGImageWriteParam;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ImageReaderWriterSpi;
import javax.imageio.spi.ImageWriterSpi;

/**
 * The JDK's own JPEG decoder and encoder, made strict.
 *
 * <p>Other plug-ins on the class path are never asked, nothing is cached on disk, and every warning
 * is a refusal, because the decoder fills what it misses with gray and only warns.
 */
final class JpegCodec {
  private static final float QUALITY = 0.90f;
  private static final byte[] SOI = {(byte) 0xff, (byte) 0xd8};

  private final ImageReaderSpi readers = own(ImageReaderSpi.class);
  private final ImageWriterSpi writers = own(ImageWriterSpi.class);

  private static <T extends ImageReaderWriterSpi> T own(Class<T> kind) {
    Iterator<T> all = IIORegistry.getDefaultInstance().getServiceProviders(kind, false);
    while (all.hasNext()) {
      T spi = all.next();
      boolean fromJdk = spi.getClass().getModule() == ImageIO.class.getModule();
      if (fromJdk && Arrays.asList(spi.getFormatNames()).contains("jpeg")) {
        return spi;
      }
    }
    throw new IllegalStateException("this Java has no JPEG codec");
  }

  /** Reads with a decoder that has its input. */
  @FunctionalInterface
  private interface Reading {
    void run(ImageReader reader) throws IOException;
  }

  /** Decodes what was proven into pixels. */
  JpegPixels decode(JpegLayout layout, Content content, Deadline deadline, Pace pace)
      throws IOException {
    if (layout.components() == 4) {
      byte[][] samples = new byte[1][];
      decode(layout, content, deadline, pace, reader -> samples[0] = inks(reader));
      JpegInks.toBgr(samples[0], layout, pace);
      return new JpegPixels(layout.width(), layout.height(), samples[0]);
    }
    return decode(layout, new Rectangle(layout.width(), layout.height()), content, deadline, pace);
  }

  /** Decodes a part of what was proven, which has 1 or 3 components, into pixels. */
  JpegPixels decode(
      JpegLayout layout, Rectangle part, Content content, Deadline deadline, Pace pace)
      throws IOException {
    JpegPixels pixels = new JpegPixels(part.width, part.height, layout.components());
    decode(
        layout,
        content,
        deadline,
        pace,
        reader -> {
          ImageReadParam param = reader.getDefaultReadParam();
          param.setSourceRegion(part);
          param.setDestination(pixels.stored());
          reader.read(0, param);
        });
    return pixels;
  }

  private static byte[] inks(ImageReader reader) throws IOException {
    return ((DataBufferByte) reader.readRaster(0, null).getDataBuffer()).getData();
  }

  private void decode(
      JpegLayout layout, Content content, Deadline deadline, Pace pace, Reading reading)
      throws IOException {
    ReadWatch watch = new ReadWatch(deadline);
    ImageReader reader = readers.createReaderInstance();
    try (RangeInputStream input =
        new RangeInputStream(head(layout), content, layout.ranges(), pace)) {
      reader.addIIOReadWarningListener(watch);
      reader.addIIOReadProgressListener(watch);
      reader.setInput(input, true, true);
      read(reader, reading, input);
      deadline.check();
      watch.requireFlawless();
    } finally {
      reader.dispose();
    }
  }

  private static void read(ImageReader reader, Reading reading, RangeInputStream input)
      throws IOException {
    try {
      reading.run(reader);
    } catch (DeadlineExceededException e) {
      throw e;
    } catch (IIOException | RuntimeException e) {
      // The decoder has no other words for content that it cannot stand.
      input.requireIntact();
      throw new UnfitContentException(ReasonCode.MALFORMED, e);
    }
  }

  /**
   * Returns the start of a file whose colours nobody has to guess: an Adobe segment says how the
   * components are to be understood (<a href="https://www.w3.org/Graphics/JPEG/itu-t872.pdf">ITU-T
   * T.872, 6.5.3</a>).
   */
  private static byte[] head(JpegLayout layout) {
    if (layout.components() == 1) {
      return SOI;
    }
    byte transform = (byte) (layout.rgb() ? 0 : layout.components() == 4 ? 2 : 1);
    return new byte[] {
      SOI[0],
      SOI[1],
      (byte) 0xff,
      (byte) 0xee,
      0,
      14,
      'A',
      'd',
      'o',
      'b',
      'e',
      0,
      100,
      0,
      0,
      0,
      0,
      transform
    };
  }

  /**
   * Returns the bytes of all coefficients that {@link #encode} holds until it knows how often each
   * code occurs: two for each sample, in whole units.
   */
  static long coefficientBytes(int width, int height, boolean gray) {
    int unit = gray ? 8 : 16;
    int blocks = gray ? 1 : 6;
    return (long) Math.ceilDiv(width, unit) * Math.ceilDiv(height, unit) * blocks * 128;
  }

  /**
   * Encodes pixels with a quality of 0.9 and chroma at half resolution; gray stays gray. Codes fit
   * the image, which takes a quarter off the size for a twentieth more time.
   */
  void encode(BufferedImage image, Pace pace, OutputStream sink) throws IOException {
    ImageWriter writer = writers.createWriterInstance();
    try (SinkOutputStream output = new SinkOutputStream(sink, pace)) {
      writer.setOutput(output);
      JPEGImageWriteParam param = (JPEGImageWriteParam) writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(QUALITY);
      param.setOptimizeHuffmanTables(true);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
  }
}
