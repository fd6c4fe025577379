/**
 * How fast archives are unpacked with every limit kept, beside the JDK's own readers, which keep
 * none.
 */
@NullMarked
package dev.sallyport.benchmarks.inflate;

import org.jspecify.annotations.NullMarked;
