/**
 * What happened, as lines that CloudWatch turns into metrics: a function has no time for a service
 * of its own and no port to be asked on. Knows no SDK, so that the smallest function can have it.
 */
@NullMarked
package dev.sallyport.aws.metrics;

import org.jspecify.annotations.NullMarked;
