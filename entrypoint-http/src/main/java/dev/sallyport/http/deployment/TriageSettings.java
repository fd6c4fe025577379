package dev.sallyport.http.deployment;

import dev.sallyport.domain.report.MappedAreas;

/**
 * What is made of accepted reports.
 *
 * @param areas the maps of which reports are counted
 */
public record TriageSettings(MappedAreas areas) {
  /** Returns those of a deployment that says nothing: no map is counted. */
  public static TriageSettings defaults() {
    return new TriageSettings(MappedAreas.none());
  }
}
