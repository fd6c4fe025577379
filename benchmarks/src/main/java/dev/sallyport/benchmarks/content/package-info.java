/** Contents as the product's rebuilders take them, lying where the peers' lie. */
@NullMarked
package dev.sallyport.benchmarks.content;

import org.jspecify.annotations.NullMarked;
