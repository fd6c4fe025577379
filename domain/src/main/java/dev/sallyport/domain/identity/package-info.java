/** Who acts, and what they are allowed to do. */
@NullMarked
package dev.sallyport.domain.identity;

import org.jspecify.annotations.NullMarked;
