/** Where bytes stand while they are looked into: small ones in memory, large ones on disk. */
@NullMarked
package dev.sallyport.media.scratch;

import org.jspecify.annotations.NullMarked;
