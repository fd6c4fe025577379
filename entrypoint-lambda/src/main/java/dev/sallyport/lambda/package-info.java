/**
 * Handlers of AWS Lambda functions: each translates its event into an operation's input and the
 * answer back, and decides nothing.
 */
@NullMarked
package dev.sallyport.lambda;

import org.jspecify.annotations.NullMarked;
