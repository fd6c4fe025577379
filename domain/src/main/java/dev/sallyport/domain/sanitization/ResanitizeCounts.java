package dev.sallyport.domain.sanitization;

/**
 * What became of the verdicts that were looked at again.
 *
 * @param unchanged the new verdict is the old one
 * @param changed it is another one
 * @param withoutOriginal the original is gone, so that the old verdict stands
 * @param retracted how many of the changed ones were served and are not any more
 */
public record ResanitizeCounts(long unchanged, long changed, long withoutOriginal, long retracted) {
  /** Nothing was looked at. */
  public static final ResanitizeCounts NONE = new ResanitizeCounts(0, 0, 0, 0);

  /** Rejects negative counts and more retracted ones than changed ones. */
  public ResanitizeCounts {
    if (unchanged < 0 || withoutOriginal < 0 || retracted < 0 || retracted > changed) {
      throw new IllegalArgumentException("counts that cannot be");
    }
  }

  /** Returns how many verdicts were looked at. */
  public long seen() {
    return unchanged + changed + withoutOriginal;
  }

  /** Returns both together. */
  public ResanitizeCounts plus(ResanitizeCounts other) {
    return new ResanitizeCounts(
        unchanged + other.unchanged,
        changed + other.changed,
        withoutOriginal + other.withoutOriginal,
        retracted + other.retracted);
  }
}
