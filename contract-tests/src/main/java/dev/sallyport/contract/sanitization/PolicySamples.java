package dev.sallyport.contract.sanitization;

import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.shared.DataSize;

/** The default policy with one limit changed. */
public final class PolicySamples {
  private static final SanitizationPolicy DEFAULTS = SanitizationPolicy.defaults();

  private PolicySamples() {}

  /** Returns a policy with so many pixels. */
  public static SanitizationPolicy maxPixels(long pixels) {
    return changed(pixels, DEFAULTS.maxTextBytes(), DEFAULTS.maxJsonDepth(), true);
  }

  /** Returns a policy with so much text. */
  public static SanitizationPolicy maxTextBytes(long bytes) {
    return changed(DEFAULTS.maxPixels(), DataSize.ofBytes(bytes), DEFAULTS.maxJsonDepth(), true);
  }

  /** Returns a policy with so deep JSON. */
  public static SanitizationPolicy maxJsonDepth(int depth) {
    return changed(DEFAULTS.maxPixels(), DEFAULTS.maxTextBytes(), depth, true);
  }

  /** Returns a policy that leaves secrets and personal data in. */
  public static SanitizationPolicy withoutRedaction() {
    return changed(DEFAULTS.maxPixels(), DEFAULTS.maxTextBytes(), DEFAULTS.maxJsonDepth(), false);
  }

  private static SanitizationPolicy changed(long pixels, DataSize text, int depth, boolean redact) {
    return new SanitizationPolicy(
        DEFAULTS.accepted(),
        pixels,
        text,
        depth,
        DEFAULTS.maxChunkBytes(),
        DEFAULTS.archives(),
        redact,
        DEFAULTS.deadline(),
        DEFAULTS.maxAttempts(),
        DEFAULTS.maxWait(),
        DEFAULTS.retainCleaned(),
        DEFAULTS.retainRejected(),
        DEFAULTS.retention());
  }
}
