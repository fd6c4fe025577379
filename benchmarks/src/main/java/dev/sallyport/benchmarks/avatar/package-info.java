/** A photograph made into all sizes of an avatar, beside sharp and the JDK alone. */
@NullMarked
package dev.sallyport.benchmarks.avatar;

import org.jspecify.annotations.NullMarked;
