/** A queue with visibility time-outs and a dead-letter queue, as SQS has it. */
@NullMarked
package dev.sallyport.application.queue.port;

import org.jspecify.annotations.NullMarked;
