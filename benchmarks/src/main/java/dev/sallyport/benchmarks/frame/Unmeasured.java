package dev.sallyport.benchmarks.frame;

/**
 * A peer that could not be measured, named so that nobody takes its absence for a win.
 *
 * @param peer who
 * @param reason what is missing, in one line
 */
public record Unmeasured(String peer, String reason) {}
