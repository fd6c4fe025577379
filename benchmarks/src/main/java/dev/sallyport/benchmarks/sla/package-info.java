/**
 * How fast runs of SLA errors are taken in, and what a query costs when a hundred times as many are
 * there.
 */
@NullMarked
package dev.sallyport.benchmarks.sla;

import org.jspecify.annotations.NullMarked;
