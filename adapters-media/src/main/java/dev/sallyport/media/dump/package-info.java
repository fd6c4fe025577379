/**
 * Memory dumps, which cannot be rebuilt without loss: everything that their structures refer to is
 * looked up, and they are passed on as they came.
 */
@NullMarked
package dev.sallyport.media.dump;

import org.jspecify.annotations.NullMarked;
