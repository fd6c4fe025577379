/** Images rebuilt, in processes of their own, beside sharp. */
@NullMarked
package dev.sallyport.benchmarks.rebuild;

import org.jspecify.annotations.NullMarked;
