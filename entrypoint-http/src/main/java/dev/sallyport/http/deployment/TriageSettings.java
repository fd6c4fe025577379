package dev.sallyport.http.deployment;

import dev.sallyport.domain.report.MappedAreas;
import dev.sallyport.domain.report.RetentionPolicy;

/**
 * What is made of accepted reports.
 *
 * @param areas the maps of which reports are counted
 * @param retention how long reports are kept
 */
public record TriageSettings(MappedAreas areas, RetentionPolicy retention) {
  /** Returns those of a deployment that says nothing: no map is counted, all is kept. */
  public static TriageSettings defaults() {
    return new TriageSettings(MappedAreas.none(), RetentionPolicy.none());
  }
}
