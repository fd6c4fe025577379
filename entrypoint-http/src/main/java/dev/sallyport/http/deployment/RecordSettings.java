package dev.sallyport.http.deployment;

import dev.sallyport.domain.report.MappedAreas;
import dev.sallyport.domain.report.RetentionPolicy;
import dev.sallyport.domain.sla.SlaPolicy;

/**
 * What is made of what was accepted, and how long it is kept.
 *
 * @param areas the maps of which reports are counted
 * @param retention how long reports are kept
 * @param slaErrors how long SLA errors are kept
 */
public record RecordSettings(MappedAreas areas, RetentionPolicy retention, SlaPolicy slaErrors) {
  /**
   * Returns those of a deployment that says nothing: no map is counted, all reports are kept, SLA
   * errors as {@link SlaPolicy#defaults()} says.
   */
  public static RecordSettings defaults() {
    return new RecordSettings(MappedAreas.none(), RetentionPolicy.none(), SlaPolicy.defaults());
  }
}
