package dev.sallyport.clamd;

import dev.sallyport.domain.attachment.UploadPolicy;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.shared.DataSize;
import java.time.Duration;

/**
 * Which clamd is asked, and how long it is waited for.
 *
 * <p>The daemon has limits of its own, which it cannot be asked for; they have to be set to match
 * (see <a href="https://docs.clamav.net/manual/Usage/Configuration.html">its manual</a>): {@code
 * StreamMaxLength}, {@code MaxFileSize} and {@code MaxScanSize} at least {@code largestStream}, and
 * {@code AlertExceedsMax yes}, because without it clamd calls clean whatever is over its limits.
 *
 * @param address where it listens
 * @param connectTime how long a connection may take
 * @param replyTime how long clamd may neither take nor send a byte; the scan of what was sent falls
 *     into it
 * @param largestStream most bytes that it is given; what is larger is not scanned and so never
 *     clean
 */
public record ClamdSettings(
    ClamdAddress address, Duration connectTime, Duration replyTime, DataSize largestStream) {
  private static final Duration USUAL_CONNECT_TIME = Duration.ofSeconds(2);

  /** Rejects times in which nothing could be done. */
  public ClamdSettings {
    if (connectTime.toMillis() < 1 || replyTime.toMillis() < 1) {
      throw new IllegalArgumentException("clamd needs at least a millisecond");
    }
  }

  /**
   * Returns settings that fit what a deployment lets in and how long it looks at it. A silent clamd
   * is given up after half of that time: an outage is retried, whereas a deadline that comes often
   * enough is a verdict. The largest stream is an upload, or what comes out of an archive.
   */
  public static ClamdSettings of(
      ClamdAddress address, UploadPolicy uploads, SanitizationPolicy sanitization) {
    Duration half = sanitization.deadline().dividedBy(2);
    DataSize upload = uploads.maxBytes();
    DataSize member = sanitization.archives().maxBytes();
    return new ClamdSettings(
        address,
        half.compareTo(USUAL_CONNECT_TIME) < 0 ? half : USUAL_CONNECT_TIME,
        half,
        upload.exceeds(member) ? upload : member);
  }
}
