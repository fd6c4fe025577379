/**
 * What the embedded pipeline adds to the work that cannot be avoided: an attachment's whole way
 * from grant to verdict beside the same bytes received, hashed, sniffed, rebuilt and stored alone.
 */
@NullMarked
package dev.sallyport.benchmarks.sanitize;

import org.jspecify.annotations.NullMarked;
