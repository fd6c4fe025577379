/** Secrets and personal data taken out of logs, beside what others need to find them. */
@NullMarked
package dev.sallyport.benchmarks.redact;

import org.jspecify.annotations.NullMarked;
