/**
 * The embedded product: one process that holds everything in memory. The wiring stands here and
 * nowhere else; another deployment is another component beside it.
 */
@NullMarked
package dev.sallyport.http.embedded;

import org.jspecify.annotations.NullMarked;
