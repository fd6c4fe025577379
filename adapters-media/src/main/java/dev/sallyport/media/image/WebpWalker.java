package dev.sallyport.media.image;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.RemovalTally;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Walks over all chunks of a WebP file before any decoder sees it, and refuses what breaks the
 * rules of <a href="https://www.rfc-editor.org/rfc/rfc9649">RFC 9649</a>: sizes, order, one picture
 * or an animation, frames within the canvas.
 *
 * <p>The canvas and the sum of all frames each have to keep the pixel limit. Exif, XMP and unknown
 * chunks are noted as metadata, frames beyond the first as an animation.
 */
final class WebpWalker {
  private static final int RIFF = PngHeader.chunk("RIFF");
  private static final int WEBP = PngHeader.chunk("WEBP");
  private static final int VP8 = PngHeader.chunk("VP8 ");
  private static final int VP8L = PngHeader.chunk("VP8L");
  private static final int VP8X = PngHeader.chunk("VP8X");
  private static final int ALPH = PngHeader.chunk("ALPH");
  private static final int ANIM = PngHeader.chunk("ANIM");
  private static final int ANMF = PngHeader.chunk("ANMF");
  private static final int ICCP = PngHeader.chunk("ICCP");
  private static final int EXIF = PngHeader.chunk("EXIF");
  private static final byte[] EXIF_PREFIX = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final int ANIMATED = 2;
  private static final int FRAME_HEADER = 16;
  private static final JpegLayout.Range NONE = new JpegLayout.Range(0, 0);

  private final ImageBytes bytes;
  private final SanitizationPolicy policy;
  private final RemovalTally removed;
  private boolean extended;
  private boolean animated;
  private boolean oriented;
  private Orientation orientation = Orientation.UPRIGHT;
  private byte[] profile = new byte[0];
  private int width;
  private int height;
  private long pixels;
  private JpegLayout.Range alpha = NONE;
  private WebpLayout.@Nullable Frame first;

  WebpWalker(Content content, SanitizationPolicy policy, Pace pace, RemovalTally removed) {
    bytes = new ImageBytes(content, pace);
    this.policy = policy;
    this.removed = removed;
  }

  WebpLayout walk() throws IOException {
    require(bytes.i32() == RIFF);
    long end = bytes.u32Little() + 8;
    require(end >= 12 && bytes.i32() == WEBP);
    if (end > bytes.position() + bytes.remaining()) {
      throw new UnfitContentException(ReasonCode.TRUNCATED);
    }
    for (boolean begun = false; bytes.position() < end; begun = true) {
      int name = bytes.i32();
      long length = bytes.u32Little();
      long next = bytes.position() + length + (length & 1);
      // A last chunk of odd length often lacks its padding.
      require(next <= end + (length & 1));
      chunk(name, length, begun);
      bytes.seek(Math.min(next, end));
    }
    if (bytes.remaining() > 0) {
      removed.add(Removal.Kind.TRAILING_DATA);
    }
    if (first == null || alpha.to() > 0) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
    return new WebpLayout(width, height, first, orientation);
  }

  /** Returns the embedded colour profile, empty when there is none. */
  byte[] profile() {
    return profile;
  }

  private void chunk(int name, long length, boolean begun) throws IOException {
    if (!begun) {
      require(name == VP8 || name == VP8L || name == VP8X);
    }
    require(alpha.to() == 0 || name == VP8);
    if (name == VP8X) {
      require(!begun && length == 10);
      canvas();
    } else if (name == VP8 || name == VP8L || name == ALPH) {
      require(!animated && first == null);
      picture(name, length, 0, 0, width, height);
    } else if (name == ANMF) {
      require(animated);
      frame(length);
    } else if (name == ANIM) {
      require(animated && first == null && length == 6);
    } else {
      metadata(name, length);
    }
  }

  private void canvas() throws IOException {
    extended = true;
    animated = (bytes.u8() & ANIMATED) != 0;
    bytes.skip(3);
    width = 1 + u24();
    height = 1 + u24();
    requireFew((long) width * height);
  }

  private int u24() throws IOException {
    return bytes.u16Little() | bytes.u8() << 16;
  }

  private void metadata(int name, long length) throws IOException {
    require(length <= policy.maxChunkBytes().bytes());
    if (name == ICCP) {
      require(profile.length == 0 && first == null);
      profile = bytes.read((int) length);
      removed.add(Removal.Kind.COLOR_PROFILE);
      return;
    }
    removed.add(Removal.Kind.IMAGE_METADATA);
    if (name == EXIF && !oriented) {
      oriented = true;
      byte[] block = bytes.read((int) length);
      int at = ByteBuffer.wrap(block).mismatch(ByteBuffer.wrap(EXIF_PREFIX)) == 6 ? 6 : 0;
      orientation = ExifOrientation.read(Arrays.copyOfRange(block, at, block.length));
    }
  }

  private void frame(long length) throws IOException {
    require(length >= FRAME_HEADER);
    long end = bytes.position() + length;
    int left = 2 * u24();
    int top = 2 * u24();
    int across = 1 + u24();
    int down = 1 + u24();
    require((long) left + across <= width && (long) top + down <= height);
    bytes.skip(4);
    WebpLayout.Frame before = first;
    first = null;
    while (bytes.position() < end) {
      int name = bytes.i32();
      long size = bytes.u32Little();
      long next = bytes.position() + size + (size & 1);
      require(next <= end && (alpha.to() == 0 || name == VP8));
      if (name == VP8 || name == VP8L || name == ALPH) {
        require(first == null);
        picture(name, size, left, top, across, down);
      } else {
        removed.add(Removal.Kind.IMAGE_METADATA);
      }
      bytes.seek(next);
    }
    require(first != null && alpha.to() == 0);
    if (before != null) {
      first = before;
      removed.add(Removal.Kind.ANIMATION);
    }
  }

  private void picture(int name, long length, int left, int top, int across, int down)
      throws IOException {
    JpegLayout.Range data = new JpegLayout.Range(bytes.position(), bytes.position() + length);
    if (name == ALPH) {
      require(extended && length > 1);
      alpha = data;
      return;
    }
    WebpPicture found =
        name == VP8 ? WebpPicture.lossy(bytes, length) : WebpPicture.lossless(bytes, length);
    if (!extended) {
      width = found.width();
      height = found.height();
      requireFew((long) width * height);
    } else {
      require(found.width() == across && found.height() == down);
    }
    pixels += (long) found.width() * found.height();
    requireFew(pixels);
    first =
        new WebpLayout.Frame(
            left, top, found.width(), found.height(), name == VP8L, found.alpha(), data, alpha);
    alpha = NONE;
  }

  private void requireFew(long count) throws UnfitContentException {
    if (count > policy.maxPixels()) {
      throw new UnfitContentException(ReasonCode.TOO_MANY_PIXELS);
    }
  }

  private static void require(boolean holds) throws UnfitContentException {
    if (!holds) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
  }
}
