/**
 * The one verifier of bearer tokens, for every adapter family and every entrypoint.
 *
 * <p>A room of its own because a second verifier would be a second set of mistakes. It takes apart
 * and judges tokens itself and leaves the arithmetic of signatures and the reading of JSON to a
 * library; {@link dev.sallyport.jwt.JwtAdaptersModule} is its only door.
 */
@NullMarked
package dev.sallyport.jwt;

import org.jspecify.annotations.NullMarked;
