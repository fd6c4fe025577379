/** Signing in over HTTP: a password for tokens, a challenge as a typed refusal. */
@NullMarked
package dev.sallyport.operations.identity;

import org.jspecify.annotations.NullMarked;
