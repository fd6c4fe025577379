package dev.sallyport.corpus;

import dev.sallyport.domain.sanitization.ReasonCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects the files of one format. */
final class Samples {
  private static final byte[] TAIL = Bytes.ascii("PK\5\6 and more that nobody should see");

  private final String format;
  private final String extension;
  private final List<AttackSample> samples = new ArrayList<>();

  Samples(String format, String extension) {
    this.format = format;
    this.extension = extension;
  }

  Samples add(AttackClass attack, String name, Expectation expected, Supplier<byte[]> content) {
    return add(attack, name, Optional.empty(), expected, content);
  }

  Samples add(AttackClass attack, String name, ReasonCode reason, Supplier<byte[]> content) {
    return add(attack, name, Expectation.rejected(reason), content);
  }

  /** Adds a file that its sender calls something. */
  Samples declared(
      AttackClass attack,
      String name,
      String type,
      Expectation expected,
      Supplier<byte[]> content) {
    return add(attack, name, Optional.of(type), expected, content);
  }

  private Samples add(
      AttackClass attack,
      String name,
      Optional<String> declared,
      Expectation expected,
      Supplier<byte[]> content) {
    String file = extension + "-" + name + "." + extension;
    samples.add(new AttackSample(file, attack, format, declared, content, expected));
    return this;
  }

  /**
   * Adds what goes wrong in every binary format alike: half of it, all but the last byte, its
   * signature alone, a false declaration.
   */
  Samples usual(Supplier<byte[]> honest) {
    return add(
            AttackClass.BROKEN,
            "first-half",
            ReasonCode.TRUNCATED,
            () -> Arrays.copyOf(honest.get(), honest.get().length / 2))
        .add(
            AttackClass.BROKEN,
            "last-byte-missing",
            ReasonCode.TRUNCATED,
            () -> Arrays.copyOf(honest.get(), honest.get().length - 1))
        .declared(
            AttackClass.MISMATCH,
            "called-csv",
            "text/csv",
            Expectation.rejected(ReasonCode.TYPE_MISMATCH),
            honest);
  }

  /** Adds the honest file with bytes behind its end. */
  Samples trailing(Expectation expected, Supplier<byte[]> honest) {
    return add(
        AttackClass.TRAILING,
        "archive-behind-the-end",
        expected,
        () -> Bytes.concat(honest.get(), TAIL));
  }

  List<AttackSample> all() {
    return List.copyOf(samples);
  }
}
