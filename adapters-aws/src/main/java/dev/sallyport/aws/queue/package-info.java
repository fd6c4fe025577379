/** Queues on SQS. Nothing here knows what a message says. */
@NullMarked
package dev.sallyport.aws.queue;

import org.jspecify.annotations.NullMarked;
