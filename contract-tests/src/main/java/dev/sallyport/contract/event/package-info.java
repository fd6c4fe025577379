/** What an outbox keeps together with the stores that fill it. */
@NullMarked
package dev.sallyport.contract.event;

import org.jspecify.annotations.NullMarked;
