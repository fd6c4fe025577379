/** The outbox that stores fill in the transaction of the change. */
@NullMarked
package dev.sallyport.application.event.port;

import org.jspecify.annotations.NullMarked;
