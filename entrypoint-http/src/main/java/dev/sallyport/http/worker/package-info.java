/**
 * Runs what nobody waits for: messages from queues and work by the clock. Every loop here outlives
 * the failures of what it runs and ends when it is told to.
 */
@NullMarked
package dev.sallyport.http.worker;

import org.jspecify.annotations.NullMarked;
