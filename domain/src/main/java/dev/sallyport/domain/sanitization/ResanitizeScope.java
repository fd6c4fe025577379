package dev.sallyport.domain.sanitization;

import java.time.Instant;

/**
 * Which verdicts are looked at again: by when the attachment was first judged, which no later
 * verdict changes, so that a list by that time stands still while somebody walks along it.
 *
 * @param since the first instant
 * @param until the last instant
 * @param onlyOtherVersions whether verdicts by the rules of {@link SanitizerVersion#CURRENT} are
 *     passed over
 */
public record ResanitizeScope(Instant since, Instant until, boolean onlyOtherVersions) {
  /** Rejects a time that ends before it begins. */
  public ResanitizeScope {
    if (since.isAfter(until)) {
      throw new IllegalArgumentException("since is after until");
    }
  }

  /** Tells whether a verdict by such rules is looked at again. */
  public boolean covers(SanitizerVersion sanitizer) {
    return !onlyOtherVersions || !sanitizer.equals(SanitizerVersion.CURRENT);
  }
}
