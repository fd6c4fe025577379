/**
 * What whoever verifies tokens and whoever issues them must keep.
 *
 * <p>Tokens are made and read here with the JDK alone, so that a library's mistake in an adapter is
 * not repeated in its test.
 */
@NullMarked
package dev.sallyport.contract.identity;

import org.jspecify.annotations.NullMarked;
