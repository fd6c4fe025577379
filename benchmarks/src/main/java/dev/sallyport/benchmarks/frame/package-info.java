/**
 * What every benchmark needs: results with peers, ratios and targets, their table and their JSON
 * line, processes that are started and ended. Knows nothing of what is measured.
 */
@NullMarked
package dev.sallyport.benchmarks.frame;

import org.jspecify.annotations.NullMarked;
