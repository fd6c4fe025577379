package dev.sallyport.benchmarks.frame;

/** One piece of the product's work that is measured beside its peers. */
public interface Benchmark {
  /** The word that starts it: lower-case letters, digits and hyphens. */
  String name();

  /** What it measures and against whom, in one line. */
  String summary();

  /** How many seconds each figure is measured for when nobody says otherwise. */
  double usualSeconds();

  /**
   * Measures once.
   *
   * @throws BenchmarkFailedException when the product itself could not be measured; a peer that
   *     could not is part of the result
   */
  Result run(Session session);
}
