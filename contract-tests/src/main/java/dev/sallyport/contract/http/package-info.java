/**
 * What the product keeps over plain HTTP, whichever entrypoint answers and whichever stores are
 * behind it: driven from outside, knowing nothing but the wire format.
 */
@NullMarked
package dev.sallyport.contract.http;

import org.jspecify.annotations.NullMarked;
