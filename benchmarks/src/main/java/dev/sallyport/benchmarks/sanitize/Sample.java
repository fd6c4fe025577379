package dev.sallyport.benchmarks.sanitize;

/**
 * A file as a stranger might send it.
 *
 * @param kind the kind of file, as tables call it
 * @param type its media type
 * @param bytes all of it; never written to
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Sample(String kind, String type, byte[] bytes) {}
