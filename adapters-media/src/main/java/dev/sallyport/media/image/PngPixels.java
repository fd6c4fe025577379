package dev.sallyport.media.image;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Turns the compressed data of a PNG into rows of samples, one byte each, in the passes in which
 * they are stored.
 *
 * <p>The data has to inflate to exactly the bytes that the header promises: fewer are {@code
 * TRUNCATED}; more, unknown filters, broken compression and colours outside the palette are {@code
 * MALFORMED}. No more than two rows are held, so a bomb finds nothing to blow up.
 */
final class PngPixels implements AutoCloseable {
  /** Takes the rows. */
  interface Rows {
    /**
     * Takes one row of a pass.
     *
     * @param pass which
     * @param y the row within the pass
     * @param samples valid during the call
     */
    void row(Pass pass, int y, byte[] samples) throws IOException;
  }

  /**
   * Every pixel of the image that lies on a grid (<a
   * href="https://www.w3.org/TR/png-3/#8Interlace">PNG 8.2</a>).
   */
  record Pass(int x0, int y0, int dx, int dy) {
    private static final Pass WHOLE = new Pass(0, 0, 1, 1);
    private static final Pass[] ADAM7 = {
      new Pass(0, 0, 8, 8),
      new Pass(4, 0, 8, 8),
      new Pass(0, 4, 4, 8),
      new Pass(2, 0, 4, 4),
      new Pass(0, 2, 2, 4),
      new Pass(1, 0, 2, 2),
      new Pass(0, 1, 1, 2),
    };

    int width(int imageWidth) {
      return Math.ceilDiv(imageWidth - x0, dx);
    }

    int height(int imageHeight) {
      return Math.ceilDiv(imageHeight - y0, dy);
    }
  }

  private final PngHeader header;
  private final PngDataStream data;
  private final Pace pace;
  private final PngSamples samples;
  private final Inflater inflater = new Inflater();
  private final byte[] compressed = new byte[1 << 13];

  PngPixels(PngLayout layout, PngDataStream data, Pace pace) {
    header = layout.header();
    this.data = data;
    this.pace = pace;
    samples = new PngSamples(layout);
  }

  /**
   * Decodes all passes.
   *
   * @return whether anything stood between the end of the compressed data and the end of its chunks
   */
  boolean decode(Rows rows) throws IOException {
    try {
      for (Pass pass : header.interlaced() ? Pass.ADAM7 : new Pass[] {Pass.WHOLE}) {
        int width = pass.width(header.width());
        int height = pass.height(header.height());
        if (width > 0 && height > 0) {
          decode(pass, width, height, rows);
        }
      }
      return finish();
    } catch (DataFormatException e) {
      throw new UnfitContentException(ReasonCode.MALFORMED, e);
    }
  }

  private void decode(Pass pass, int width, int height, Rows rows)
      throws IOException, DataFormatException {
    int length = header.rowBytes(width);
    byte[] above = new byte[length];
    byte[] row = new byte[length];
    byte[] filter = new byte[1];
    for (int y = 0; y < height; y++) {
      pace.worked(length);
      inflate(filter, 1);
      inflate(row, length);
      PngFilter.reverse(filter[0], row, above, header.filterDistance());
      rows.row(pass, y, samples.unpack(row, width));
      byte[] swap = above;
      above = row;
      row = swap;
    }
  }

  private void inflate(byte[] target, int length) throws IOException, DataFormatException {
    for (int done = 0; done < length; ) {
      int count = inflater.inflate(target, done, length - done);
      done += count;
      if (count == 0) {
        feed();
      }
    }
  }

  private void feed() throws IOException {
    if (inflater.needsDictionary()) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
    int count = inflater.finished() ? 0 : data.next(compressed);
    if (count == 0) {
      throw new UnfitContentException(ReasonCode.TRUNCATED);
    }
    inflater.setInput(compressed, 0, count);
  }

  /** Proves that nothing more comes out and that the checksum of the compressed data is right. */
  private boolean finish() throws IOException, DataFormatException {
    byte[] more = new byte[1];
    while (!inflater.finished()) {
      if (inflater.inflate(more) > 0) {
        throw new UnfitContentException(ReasonCode.MALFORMED);
      }
      if (!inflater.finished()) {
        feed();
      }
    }
    return inflater.getRemaining() > 0 || data.next(compressed) > 0;
  }

  @Override
  public void close() {
    inflater.end();
  }
}
