/**
 * How much of a bare server's speed is left when the whole product answers. Both run in processes
 * of their own on the same machine as the one load generator that drives them in turn.
 */
@NullMarked
package dev.sallyport.benchmarks.http;

import org.jspecify.annotations.NullMarked;
