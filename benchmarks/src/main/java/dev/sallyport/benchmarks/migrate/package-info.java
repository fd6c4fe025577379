/** How fast a migration visits every record, beside the least work that it can be. */
@NullMarked
package dev.sallyport.benchmarks.migrate;

import org.jspecify.annotations.NullMarked;
