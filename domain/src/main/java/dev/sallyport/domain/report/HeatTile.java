package dev.sallyport.domain.report;

import java.time.LocalDate;

/**
 * What is counted by itself: the reports of one severity that were received on one day from one
 * bin.
 *
 * @param area of which map
 * @param day in UTC
 * @param severity of those reports
 * @param bin where
 */
public record HeatTile(MappedArea area, LocalDate day, Severity severity, MappedArea.Bin bin) {}
