/** Unpacks archives member by member and packs what passed anew. */
@NullMarked
package dev.sallyport.media.archive;

import org.jspecify.annotations.NullMarked;
