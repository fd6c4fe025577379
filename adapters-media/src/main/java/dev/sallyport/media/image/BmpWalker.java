package dev.sallyport.media.image;

import dev.sallyport.application.sanitization.port.Content;
import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.domain.sanitization.Removal;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.media.rebuild.Pace;
import dev.sallyport.media.rebuild.RemovalTally;
import dev.sallyport.media.rebuild.UnfitContentException;
import java.io.IOException;

/**
 * Reads the headers and the palette of a Windows bitmap and refuses what breaks the rules of <a
 * href="https://learn.microsoft.com/en-us/windows/win32/gdi/bitmap-storage">bitmap storage</a>.
 *
 * <p>Sizes that the file declares for itself or its pixels are not looked at: what counts is what
 * its dimensions need. Bytes between palette and pixels are noted as metadata, an embedded or
 * linked profile as such.
 */
final class BmpWalker {
  private static final int FILE_HEADER = 14;
  private static final int CORE_HEADER = 12;
  private static final int INFO_HEADER = 40;
  private static final int WITH_MASKS = 52;
  private static final int WITH_ALPHA = 56;
  private static final int V4_HEADER = 108;
  private static final int V5_HEADER = 124;
  private static final int OS2_SHORT = 16;
  private static final int OS2_HEADER = 64;
  private static final int RGB = 0;
  private static final int RLE8 = 1;
  private static final int RLE4 = 2;
  private static final int BITFIELDS = 3;
  private static final int LAST_KNOWN = 13;
  private static final int EMBEDDED = 0x4d424544;
  private static final int LINKED = 0x4c494e4b;

  /** Widest and highest image, as for PNG, which it will be. */
  private static final int MAX_SIDE = 1_000_000;

  private final ImageBytes bytes;
  private final SanitizationPolicy policy;
  private final RemovalTally removed;
  private int header;
  private int width;
  private int height;
  private boolean topDown;
  private int bits;
  private int compression;
  private long colours;
  private long profileEnd;

  BmpWalker(Content content, SanitizationPolicy policy, Pace pace, RemovalTally removed) {
    bytes = new ImageBytes(content, pace);
    this.policy = policy;
    this.removed = removed;
  }

  BmpLayout walk() throws IOException {
    require(bytes.u16() == 0x424d);
    bytes.skip(8);
    long data = bytes.u32Little();
    header = bytes.i32Little();
    if (header == OS2_SHORT || header == OS2_HEADER) {
      throw new UnfitContentException(ReasonCode.UNSUPPORTED_TYPE);
    }
    if (header == CORE_HEADER) {
      readCore();
    } else {
      require(
          header == INFO_HEADER
              || header == WITH_MASKS
              || header == WITH_ALPHA
              || header == V4_HEADER
              || header == V5_HEADER);
      readInfo();
    }
    requireKnown();
    BmpLayout.Channel[] channels = channels();
    byte[] palette = bits <= 8 ? palette() : new byte[0];
    require(data >= bytes.position());
    // A palette that true colour only suggests has its place between header and pixels all the
    // same.
    require(bits <= 8 || colours <= (data - bytes.position()) / 4);
    if (data > bytes.position()) {
      removed.add(Removal.Kind.IMAGE_METADATA);
    }
    boolean runs = compression == RLE8 || compression == RLE4;
    BmpLayout layout = new BmpLayout(width, height, topDown, bits, runs, palette, channels, data);
    requireThere(layout);
    return layout;
  }

  /** Notes what stands behind the pixels. */
  void end(long pixelsEnd) {
    long size = bytes.position() + bytes.remaining();
    if (profileEnd > 0) {
      removed.add(Removal.Kind.COLOR_PROFILE);
    }
    if (size > pixelsEnd && size != profileEnd) {
      removed.add(Removal.Kind.TRAILING_DATA);
    }
  }

  private void readCore() throws IOException {
    width = bytes.u16Little();
    height = bytes.u16Little();
    require(bytes.u16Little() == 1);
    bits = bytes.u16Little();
  }

  private void readInfo() throws IOException {
    width = bytes.i32Little();
    height = bytes.i32Little();
    require(height != Integer.MIN_VALUE);
    topDown = height < 0;
    height = Math.abs(height);
    require(bytes.u16Little() == 1);
    bits = bytes.u16Little();
    compression = bytes.i32Little();
    bytes.skip(12);
    colours = bytes.u32Little();
    bytes.skip(4);
  }

  private void requireKnown() throws UnfitContentException {
    require(width > 0 && height > 0);
    if (width > MAX_SIDE || height > MAX_SIDE || (long) width * height > policy.maxPixels()) {
      throw new UnfitContentException(ReasonCode.TOO_MANY_PIXELS);
    }
    if (compression > BITFIELDS && compression <= LAST_KNOWN) {
      throw new UnfitContentException(ReasonCode.UNSUPPORTED_TYPE);
    }
    require(
        switch (compression) {
          case RGB -> bits == 1 || bits == 4 || bits == 8 || bits == 16 || bits == 24 || bits == 32;
          case RLE8 -> bits == 8 && !topDown;
          case RLE4 -> bits == 4 && !topDown;
          case BITFIELDS -> bits == 16 || bits == 32;
          default -> false;
        });
  }

  /** Reads the rest of the header, masks among it, and leaves the palette to be read next. */
  private BmpLayout.Channel[] channels() throws IOException {
    int[] masks = bits == 16 ? new int[] {0x7c00, 0x3e0, 0x1f} : new int[] {0xff0000, 0xff00, 0xff};
    if (compression == BITFIELDS) {
      masks = new int[header >= WITH_ALPHA ? 4 : 3];
      for (int i = 0; i < masks.length; i++) {
        masks[i] = bytes.i32Little();
      }
      requireApart(masks);
    }
    if (header == V5_HEADER) {
      readProfile();
    }
    long end = FILE_HEADER + (long) header;
    bytes.skip(Math.max(0, end - bytes.position()));
    boolean opaque = masks.length == 4 && masks[3] == 0;
    BmpLayout.Channel[] channels = new BmpLayout.Channel[bits <= 8 ? 0 : opaque ? 3 : masks.length];
    for (int i = 0; i < channels.length; i++) {
      channels[i] = channel(masks[i]);
    }
    return channels;
  }

  private void requireApart(int[] masks) throws UnfitContentException {
    int all = 0;
    for (int mask : masks) {
      require((all & mask) == 0);
      all |= mask;
    }
    require(bits == 32 || all >>> bits == 0);
  }

  private static BmpLayout.Channel channel(int mask) throws UnfitContentException {
    if (mask == 0) {
      return new BmpLayout.Channel(0, 0);
    }
    int shift = Integer.numberOfTrailingZeros(mask);
    int size = Integer.bitCount(mask);
    require(mask >>> shift == (size == 32 ? -1 : (1 << size) - 1));
    return new BmpLayout.Channel(shift, size);
  }

  private void readProfile() throws IOException {
    bytes.skip(FILE_HEADER + 56L - bytes.position());
    int space = bytes.i32Little();
    bytes.skip(FILE_HEADER + 112L - bytes.position());
    long at = bytes.u32Little();
    long length = bytes.u32Little();
    if (space == EMBEDDED || space == LINKED) {
      profileEnd = FILE_HEADER + at + length;
    }
  }

  private byte[] palette() throws IOException {
    int most = 1 << bits;
    require(colours <= most);
    int entries = colours == 0 ? most : (int) colours;
    int width = header == CORE_HEADER ? 3 : 4;
    byte[] stored = bytes.read(entries * width);
    byte[] palette = new byte[3 * entries];
    for (int i = 0; i < entries; i++) {
      for (int j = 0; j < 3; j++) {
        palette[3 * i + j] = stored[width * i + 2 - j];
      }
    }
    return palette;
  }

  private void requireThere(BmpLayout layout) throws UnfitContentException {
    long needed = layout.runs() ? 2 : layout.stride() * height;
    if (layout.data() + needed > bytes.position() + bytes.remaining()) {
      throw new UnfitContentException(ReasonCode.TRUNCATED);
    }
  }

  private static void require(boolean holds) throws UnfitContentException {
    if (!holds) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
  }
}
