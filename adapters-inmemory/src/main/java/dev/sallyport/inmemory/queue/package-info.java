/** Queues in memory that keep the rules of SQS: visibility, redelivery, dead letters. */
@NullMarked
package dev.sallyport.inmemory.queue;

import org.jspecify.annotations.NullMarked;
