/**
 * Images rebuilt from their pixels: a strict walk over the structure first, then pixels, then a new
 * file that holds nothing else.
 */
@NullMarked
package dev.sallyport.media.image;

import org.jspecify.annotations.NullMarked;
