/**
 * Starts the benchmarks; each stands in a package of its own, and what they share in {@code frame}.
 */
@NullMarked
package dev.sallyport.benchmarks;

import org.jspecify.annotations.NullMarked;
