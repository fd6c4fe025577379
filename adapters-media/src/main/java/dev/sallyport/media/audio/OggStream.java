package dev.sallyport.media.audio;

import static dev.sallyport.media.rebuild.UnfitContentException.malformedUnless;
import static dev.sallyport.media.rebuild.UnfitContentException.refuseUnless;

import dev.sallyport.domain.sanitization.ReasonCode;
import dev.sallyport.media.rebuild.ContentCursor;
import java.io.IOException;
import java.util.Arrays;

/**
 * The pages of one logical stream, none missing, and packet by packet what is on them.
 *
 * <p>Streams that share a file page by page are not supported: that would be video.
 */
final class OggStream implements VorbisComment.Source {
  private static final long NO_PACKET_ENDS = -1;

  private final ContentCursor content;
  private final OggPage page;
  private final int serial;
  private int sequence;
  private int segment;
  private int place;
  private int left;
  private boolean open;
  private long granule;

  /** Begins with the next page, which has to be the first of a stream. */
  OggStream(ContentCursor content, OggPage page) throws IOException {
    this.content = content;
    this.page = page;
    page.read(content);
    malformedUnless(page.is(OggPage.FIRST) && page.sequence() == 0 && page.granule() == 0);
    malformedUnless(!page.is(OggPage.CONTINUED) && !page.is(OggPage.LAST));
    serial = page.serial();
    beginPage();
  }

  int serial() {
    return serial;
  }

  /** Goes to the next page of the stream and checks that it continues the one before. */
  void nextPage() throws IOException {
    refuseUnless(content.remaining() > 0, ReasonCode.TRUNCATED);
    page.read(content);
    refuseUnless(page.serial() == serial || !page.is(OggPage.FIRST), ReasonCode.UNSUPPORTED_TYPE);
    malformedUnless(page.serial() == serial && !page.is(OggPage.FIRST));
    malformedUnless(page.sequence() == ++sequence);
    malformedUnless(page.is(OggPage.CONTINUED) == open);
    boolean ends = beginPage();
    if (page.granule() != NO_PACKET_ENDS) {
      malformedUnless(page.granule() >= granule && (ends || page.segments() == 0));
      granule = page.granule();
    } else {
      malformedUnless(!ends);
    }
    malformedUnless(!page.is(OggPage.LAST) || !open);
  }

  private boolean beginPage() {
    segment = 0;
    left = 0;
    place = page.bodyAt();
    boolean ends = false;
    for (int i = 0; i < page.segments(); i++) {
      ends |= page.lacing(i) < OggPage.FULL;
      open = page.lacing(i) == OggPage.FULL;
    }
    return ends;
  }

  /** Begins to read the next packet. */
  void beginPacket() throws IOException {
    while (segment == page.segments()) {
      nextPage();
      malformedUnless(!page.is(OggPage.LAST) && !page.is(OggPage.CONTINUED));
    }
    left = page.lacing(segment);
  }

  /** Leaves out what is left of the packet. */
  void endPacket() throws IOException {
    while (fill()) {
      place += left;
      left = 0;
    }
    segment++;
  }

  /** Reads what is left of the packet, which may have so many bytes. */
  byte[] rest(int max) throws IOException {
    byte[] bytes = new byte[Math.min(max, 1 << 12)];
    int count = 0;
    while (fill()) {
      malformedUnless(left <= max - count);
      if (left > bytes.length - count) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(max, 2L * (count + left)));
      }
      for (; left > 0; left--) {
        bytes[count++] = (byte) page.at(place++);
      }
    }
    segment++;
    return Arrays.copyOf(bytes, count);
  }

  /** Audio begins on a page of its own. */
  void requirePageEnd() throws IOException {
    malformedUnless(segment == page.segments());
  }

  /** Tells whether the packet goes on, with bytes of it at hand. */
  private boolean fill() throws IOException {
    while (left == 0) {
      if (page.lacing(segment) < OggPage.FULL) {
        return false;
      }
      segment++;
      while (segment == page.segments()) {
        nextPage();
        malformedUnless(!page.is(OggPage.LAST));
      }
      left = page.lacing(segment);
    }
    return true;
  }

  int u8() throws IOException {
    malformedUnless(fill());
    left--;
    return page.at(place++);
  }

  @Override
  public long u32le() throws IOException {
    return u8() | u8() << 8 | u8() << 16 | (long) u8() << 24;
  }

  @Override
  public void skip(long count) throws IOException {
    for (long rest = count; rest > 0; ) {
      malformedUnless(fill());
      int piece = (int) Math.min(rest, left);
      place += piece;
      left -= piece;
      rest -= piece;
    }
  }

  @Override
  public long most() {
    return content.remaining() + page.bodyLength();
  }
}
