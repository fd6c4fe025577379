/** Jobs of the sanitizer in memory. */
@NullMarked
package dev.sallyport.inmemory.sanitization;

import org.jspecify.annotations.NullMarked;
