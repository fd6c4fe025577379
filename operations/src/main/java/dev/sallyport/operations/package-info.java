/**
 * Every way into the product, defined once and without a server.
 *
 * <p>The room exists so that a rule about requests (who may call, what fits, what a refusal looks
 * like) stands in one place however many entrypoints there are. An {@link
 * dev.sallyport.operations.OperationCatalog} answers HTTP requests, a {@link
 * dev.sallyport.operations.MessageOperation} handles what queues deliver, a {@link
 * dev.sallyport.operations.ScheduledOperation} runs by the clock; entrypoints only translate.
 */
@NullMarked
package dev.sallyport.operations;

import org.jspecify.annotations.NullMarked;
