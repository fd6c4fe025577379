package dev.sallyport.contract.sanitization;

import dev.sallyport.domain.sanitization.FileType;
import dev.sallyport.domain.sanitization.SanitizationPolicy;
import dev.sallyport.domain.shared.DataSize;
import java.util.HashSet;
import java.util.Set;

/** The default policy with something changed. */
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

  /** Returns a policy that keeps every original. */
  public static SanitizationPolicy retaining() {
    return retaining(DEFAULTS.accepted());
  }

  /** Returns a policy that keeps every original and accepts all by default but one type. */
  public static SanitizationPolicy retainingWithout(FileType type) {
    Set<FileType> accepted = new HashSet<>(DEFAULTS.accepted());
    accepted.remove(type);
    return retaining(accepted);
  }

  private static SanitizationPolicy retaining(Set<FileType> accepted) {
    return new SanitizationPolicy(
        accepted,
        DEFAULTS.maxPixels(),
        DEFAULTS.maxTextBytes(),
        DEFAULTS.maxJsonDepth(),
        DEFAULTS.maxChunkBytes(),
        DEFAULTS.archives(),
        DEFAULTS.redactText(),
        DEFAULTS.deadline(),
        DEFAULTS.maxAttempts(),
        DEFAULTS.maxWait(),
        true,
        true,
        DEFAULTS.retention());
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
