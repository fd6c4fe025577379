/**
 * How long the first caller of a function waits, from the start of its process to its answer,
 * beside functions in other languages that do the same.
 */
@NullMarked
package dev.sallyport.benchmarks.coldstart;

import org.jspecify.annotations.NullMarked;
