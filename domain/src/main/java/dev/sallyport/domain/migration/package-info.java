/** How stored data changes its shape from one release to the next, step by step and back. */
@NullMarked
package dev.sallyport.domain.migration;

import org.jspecify.annotations.NullMarked;
