/**
 * How it stands with the queues of the deployment, what they have given up, and trying that again.
 */
@NullMarked
package dev.sallyport.operations.queue;

import org.jspecify.annotations.NullMarked;
