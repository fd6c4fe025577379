/** What every store must keep for migrations, and what migrations must keep on every store. */
@NullMarked
package dev.sallyport.contract.migration;

import org.jspecify.annotations.NullMarked;
