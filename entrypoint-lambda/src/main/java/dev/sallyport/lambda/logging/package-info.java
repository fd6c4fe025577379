/**
 * The log of a function: one line of JSON for each event on standard output, where Lambda takes it
 * from. A provider of SLF4J of our own, because a configurable one costs a cold start more than the
 * function's own work.
 */
@NullMarked
package dev.sallyport.lambda.logging;

import org.jspecify.annotations.NullMarked;
