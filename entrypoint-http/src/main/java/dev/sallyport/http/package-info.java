/**
 * The server: it translates between HTTP and the catalogue of operations, and keeps out whatever is
 * too large, too slow or too frequent before anybody else has to look at it.
 */
@NullMarked
package dev.sallyport.http;

import org.jspecify.annotations.NullMarked;
