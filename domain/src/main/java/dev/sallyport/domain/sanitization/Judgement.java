package dev.sallyport.domain.sanitization;

import dev.sallyport.domain.shared.DataSize;
import dev.sallyport.domain.shared.ObjectKey;
import dev.sallyport.domain.shared.Sha256;
import java.util.Optional;
import java.util.Set;

/**
 * A verdict with the chain that proves it: source bytes, rules that were applied, output bytes.
 *
 * @param verdict what was decided
 * @param source SHA-256 of the bytes that were read, of the version that the attachment is bound
 *     to; nothing when they were never read to their end
 * @param sanitizer the rules that decided
 * @param checks which checks ran to their end
 * @param output the clean bytes; present exactly when the verdict is served
 */
public record Judgement(
    Verdict verdict,
    Optional<Sha256> source,
    SanitizerVersion sanitizer,
    Set<Check> checks,
    Optional<Output> output) {
  /** Rejects a served verdict without bytes and a rejected one with them. */
  public Judgement {
    checks = Set.copyOf(checks);
    if (verdict.isServed() != output.isPresent()) {
      throw new IllegalArgumentException("clean bytes exist exactly when the verdict is served");
    }
    if (verdict.isServed() && source.isEmpty()) {
      throw new IllegalArgumentException("nothing is served that was not read to its end");
    }
  }

  /** Returns the verdict with the rules that gave it. */
  public GivenVerdict given() {
    return new GivenVerdict(verdict, sanitizer);
  }

  /**
   * Tells whether this may take the place of an earlier judgement: who has not asked a malware
   * scanner does not know better than one that was asked.
   */
  public boolean mayReplace(Judgement earlier) {
    boolean lifts = verdict.isServed() && earlier.verdict.isRejectedFor(ReasonCode.MALWARE);
    return !lifts || checks.contains(Check.MALWARE);
  }

  /**
   * The bytes behind the second door.
   *
   * @param key where they are in the clean bucket
   * @param type what they were found and made to be
   * @param size how many
   * @param sha256 their digest
   * @param dump whether they are or hold the memory of somebody's process, which not everybody who
   *     triages may see
   */
  public record Output(ObjectKey key, FileType type, DataSize size, Sha256 sha256, boolean dump) {}
}
