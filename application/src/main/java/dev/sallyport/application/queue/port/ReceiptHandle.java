package dev.sallyport.application.queue.port;

/**
 * Proves that somebody received a message, and which receipt it was.
 *
 * @param value opaque, given by the queue
 */
public record ReceiptHandle(String value) {}
