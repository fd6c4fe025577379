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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks over all segments and scans of a JPEG before any decoder sees it, and refuses what breaks
 * the rules of <a href="https://www.w3.org/Graphics/JPEG/itu-t81.pdf">ITU-T T.81, annex B</a>.
 *
 * <p>A JFIF header without a thumbnail and Adobe's colour marker are dropped without a note: what
 * they say about colour is kept in the layout. An ICC profile and every other application segment
 * or comment is noted as removed, and so are bytes after the end.
 */
final class JpegWalker {
  private static final int SOI = 0xd8;
  private static final int EOI = 0xd9;
  private static final int SOS = 0xda;
  private static final int DQT = 0xdb;
  private static final int DRI = 0xdd;
  private static final int DHT = 0xc4;
  private static final int APP0 = 0xe0;
  private static final int APP1 = 0xe1;
  private static final int APP2 = 0xe2;
  private static final int APP14 = 0xee;
  private static final int COM = 0xfe;
  private static final byte[] JFIF = "JFIF\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ICC = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ADOBE = "Adobe".getBytes(StandardCharsets.US_ASCII);
  private static final int JFIF_BYTES = 14;
  private static final int ADOBE_BYTES = 12;
  private static final int INKS_AS_LUMA = 2;

  /** Ten are usual; each costs the decoder a pass over all coefficients. */
  private static final int MAX_SCANS = 100;

  /** An application segment holds 64 KB; no honest file has hundreds of megabytes of them. */
  private static final int MAX_SEGMENTS = 10_000;

  private final ImageBytes bytes;
  private final SanitizationPolicy policy;
  private final RemovalTally removed;
  private final List<JpegLayout.Range> ranges = new ArrayList<>();
  private @Nullable JpegFrame frame;
  private boolean jfif;
  private final JpegProfile profile;
  private int adobeTransform = -1;
  private boolean oriented;
  private Orientation orientation = Orientation.UPRIGHT;
  private int scans;
  private int segments;
  private long markerAt;
  private int pending = -1;

  JpegWalker(Content content, SanitizationPolicy policy, Pace pace, RemovalTally removed) {
    bytes = new ImageBytes(content, pace);
    this.policy = policy;
    this.removed = removed;
    profile = new JpegProfile(policy.maxChunkBytes().bytes());
  }

  JpegLayout walk() throws IOException {
    require(bytes.u16() == (0xff00 | SOI));
    for (int marker = marker(); marker != EOI; marker = marker()) {
      require(++segments <= MAX_SEGMENTS);
      if ((marker >= APP0 && marker <= APP0 + 15) || marker == COM) {
        metadata(marker);
      } else if (marker == DQT || marker == DHT || marker == DRI) {
        keep(bytes.read(length()));
      } else if (marker == SOS) {
        scan();
      } else {
        frame(marker);
      }
    }
    return end();
  }

  private JpegLayout end() throws UnfitContentException {
    JpegFrame seen = frameSeen();
    if (!seen.complete()) {
      throw new UnfitContentException(ReasonCode.TRUNCATED);
    }
    ranges.add(new JpegLayout.Range(bytes.position() - 2, bytes.position()));
    if (bytes.remaining() > 0) {
      removed.add(Removal.Kind.TRAILING_DATA);
    }
    return new JpegLayout(
        seen.width,
        seen.height,
        seen.components,
        isRgb(seen),
        adobeTransform >= 0,
        seen.progressive || scans > 1 ? seen.coefficientBytes() : 0,
        orientation,
        ranges);
  }

  /** The rules by which libjpeg and so every browser guesses. */
  private boolean isRgb(JpegFrame seen) {
    if (seen.components == 4) {
      return adobeTransform != INKS_AS_LUMA;
    }
    if (seen.components != 3 || jfif) {
      return false;
    }
    return adobeTransform >= 0 ? adobeTransform == 0 : seen.namedRgb();
  }

  private int marker() throws IOException {
    int marker = pending;
    pending = -1;
    if (marker < 0) {
      require(bytes.u8() == 0xff);
      marker = bytes.u8();
      while (marker == 0xff) {
        marker = bytes.u8();
      }
    }
    markerAt = bytes.position() - 2;
    return marker;
  }

  private int length() throws IOException {
    int length = bytes.u16();
    require(length >= 2);
    return length - 2;
  }

  private void keep(byte[] segment) throws UnfitContentException {
    require(segment.length > 0);
    add(markerAt, bytes.position());
  }

  private void add(long from, long to) {
    JpegLayout.Range last = ranges.isEmpty() ? null : ranges.getLast();
    if (last != null && last.to() == from) {
      ranges.set(ranges.size() - 1, new JpegLayout.Range(last.from(), to));
    } else {
      ranges.add(new JpegLayout.Range(from, to));
    }
  }

  private void frame(int marker) throws IOException {
    require(marker >= 0xc0 && marker <= 0xcf && marker != 0xc8 && marker != 0xcc);
    if (marker > 0xc2) {
      throw new UnfitContentException(ReasonCode.UNSUPPORTED_TYPE);
    }
    require(frame == null);
    byte[] segment = bytes.read(length());
    frame = new JpegFrame(marker, segment, policy.maxPixels());
    keep(segment);
  }

  private JpegFrame frameSeen() throws UnfitContentException {
    if (frame == null) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
    return frame;
  }

  private void scan() throws IOException {
    JpegFrame seen = frameSeen();
    if (++scans > MAX_SCANS) {
      throw new UnfitContentException(ReasonCode.EXPANSION_LIMIT);
    }
    seen.scan(bytes.read(length()));
    long from = markerAt;
    int marker;
    do {
      while (bytes.u8() != 0xff) {
        // Entropy-coded data, which only the decoder understands.
      }
      marker = bytes.u8();
      while (marker == 0xff) {
        marker = bytes.u8();
      }
    } while (marker == 0 || (marker >= 0xd0 && marker <= 0xd7));
    add(from, bytes.position() - 2);
    pending = marker;
  }

  private void metadata(int marker) throws IOException {
    int length = length();
    require(length <= policy.maxChunkBytes().bytes());
    byte[] segment = bytes.read(length);
    if (marker == APP0 && begins(segment, JFIF) && segment.length >= JFIF_BYTES) {
      jfif = true;
      boolean thumbnail = (segment[12] != 0 && segment[13] != 0) || segment.length > JFIF_BYTES;
      if (!thumbnail) {
        return;
      }
    } else if (marker == APP14 && begins(segment, ADOBE) && segment.length >= ADOBE_BYTES) {
      adobeTransform = Byte.toUnsignedInt(segment[11]);
      if (segment.length == ADOBE_BYTES) {
        return;
      }
    } else if (marker == APP1 && begins(segment, EXIF) && !oriented) {
      oriented = true;
      orientation = ExifOrientation.read(Arrays.copyOfRange(segment, EXIF.length, length));
    }
    boolean icc = marker == APP2 && begins(segment, ICC);
    if (icc) {
      profile.add(segment);
    }
    removed.add(icc ? Removal.Kind.COLOR_PROFILE : Removal.Kind.IMAGE_METADATA);
  }

  /** Returns the embedded colour profile, empty when there is no whole one. */
  byte[] profile() {
    return profile.whole();
  }

  private static boolean begins(byte[] segment, byte[] with) {
    return segment.length >= with.length
        && Arrays.equals(segment, 0, with.length, with, 0, with.length);
  }

  private static void require(boolean holds) throws UnfitContentException {
    if (!holds) {
      throw new UnfitContentException(ReasonCode.MALFORMED);
    }
  }
}
