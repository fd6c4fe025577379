/** Values that more than one feature speaks in: hashes, sizes, media types. */
@NullMarked
package dev.sallyport.domain.shared;

import org.jspecify.annotations.NullMarked;
