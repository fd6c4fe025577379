package dev.sallyport.domain.sanitization;

/**
 * A verdict and who gave it.
 *
 * @param verdict what was decided
 * @param sanitizer the rules that decided
 */
public record GivenVerdict(Verdict verdict, SanitizerVersion sanitizer) {}
