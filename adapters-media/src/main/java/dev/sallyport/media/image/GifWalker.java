package dev.sallyport.media.image;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.RemovalTally;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Walks over all blocks of a GIF to its trailer before any pixel is looked at, and refuses what
 * breaks the rules of <a href="https://www.w3.org/Graphics/GIF/spec-gif89a.txt">GIF89a</a>.
 *
 * <p>The logical screen and the sum of all frames each have to keep the pixel limit. Comments,
 * plain text and application extensions are noted as metadata, except the one that says how often
 * an animation repeats: frames beyond the first are noted as such.
 */
final class GifWalker {
  private static final int IMAGE = 0x2c;
  private static final int EXTENSION = 0x21;
  private static final int TRAILER = 0x3b;
  private static final int GRAPHIC_CONTROL = 0xf9;
  private static final int APPLICATION = 0xff;
  private static final int TABLE = 0x80;
  private static final int INTERLACED = 0x40;

  private final ImageBytes bytes;
  private final SanitizationPolicy policy;
  private final RemovalTally removed;
  private byte[] globalPalette = new byte[0];
  private GifLayout.@Nullable Frame first;
  private int width;
  private int height;
  private int transparent = -1;
  private long pixels;

  GifWalker(Content content, SanitizationPolicy policy, Pace pace, RemovalTally removed) {
    bytes = new ImageBytes(content, pace);
    this.policy = policy;
    this.removed = removed;
  }

  GifLayout walk() throws IOException {
    String signature = text(bytes.read(6));
    require(signature.equals("GIF87a") || signature.equals("GIF89a"));
    width = bytes.u16Little();
    height = bytes.u16Little();
    require(width > 0 && height > 0);
    requireFew((long) width * height);
    int flags = bytes.u8();
    bytes.skip(2);
    globalPalette = palette(flags);
    for (int block = bytes.u8(); block != TRAILER; block = bytes.u8()) {
      require(block == IMAGE || block == EXTENSION);
      if (block == IMAGE) {
        image();
      } else {
        extension();
      }
    }
    if (bytes.remaining() > 0) {
      removed.add(Removal.Kind.TRAILING_DATA);
    }
    if (first == null) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
    return new GifLayout(width, height, first);
  }

  private byte[] palette(int flags) throws IOException {
    return (flags & TABLE) == 0 ? new byte[0] : bytes.read(3 * (2 << (flags & 7)));
  }

  private void image() throws IOException {
    int left = bytes.u16Little();
    int top = bytes.u16Little();
    int across = bytes.u16Little();
    int down = bytes.u16Little();
    require(across > 0 && down > 0 && left + across <= width && top + down <= height);
    pixels += (long) across * down;
    requireFew(pixels);
    int flags = bytes.u8();
    byte[] own = palette(flags);
    byte[] palette = own.length > 0 ? own : globalPalette;
    int codeBits = bytes.u8();
    require(palette.length > 0 && codeBits >= 1 && codeBits <= 8);
    long data = bytes.position();
    subBlocks(Long.MAX_VALUE);
    if (first == null) {
      boolean interlaced = (flags & INTERLACED) != 0;
      first =
          new GifLayout.Frame(
              left, top, across, down, interlaced, palette, transparent, codeBits, data);
    } else {
      removed.add(Removal.Kind.ANIMATION);
    }
    transparent = -1;
  }

  private void extension() throws IOException {
    int label = bytes.u8();
    if (label == GRAPHIC_CONTROL) {
      graphicControl();
      return;
    }
    boolean repeats = false;
    long most = policy.maxChunkBytes().bytes();
    if (label == APPLICATION) {
      require(bytes.u8() == 11);
      String name = text(bytes.read(11));
      repeats = name.equals("NETSCAPE2.0") || name.equals("ANIMEXTS1.0");
      most = repeats ? 5 : most;
    }
    subBlocks(most);
    if (!repeats) {
      removed.add(Removal.Kind.IMAGE_METADATA);
    }
  }

  private void graphicControl() throws IOException {
    require(bytes.u8() == 4);
    int flags = bytes.u8();
    bytes.skip(2);
    int index = bytes.u8();
    require(bytes.u8() == 0);
    transparent = (flags & 1) == 0 ? -1 : index;
  }

  private void subBlocks(long most) throws IOException {
    long sum = 0;
    for (int size = bytes.u8(); size > 0; size = bytes.u8()) {
      sum += size;
      require(sum <= most);
      bytes.skip(size);
    }
  }

  private static String text(byte[] letters) {
    return new String(letters, StandardCharsets.ISO_8859_1);
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
