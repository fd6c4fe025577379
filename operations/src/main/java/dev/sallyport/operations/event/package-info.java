/**
 * How events travel: from the outbox to the queues that subscribe to them, in JSON of our own, and
 * into the log as a trail of what has happened.
 */
@NullMarked
package dev.sallyport.operations.event;

import org.jspecify.annotations.NullMarked;
