/** The outbox in memory, filled in the transactions of the other tables. */
@NullMarked
package dev.sallyport.inmemory.event;

import org.jspecify.annotations.NullMarked;
