/** Tables of records in memory whose shape migrations change, and the ledger of those. */
@NullMarked
package dev.sallyport.inmemory.migration;

import org.jspecify.annotations.NullMarked;
