/** The outbox in a table, filled in the transactions of the other stores. */
@NullMarked
package dev.sallyport.aws.event;

import org.jspecify.annotations.NullMarked;
