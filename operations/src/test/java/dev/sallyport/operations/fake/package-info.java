/**
 * Small in-memory ports and a product built on them, so that operations are tested with their use
 * cases.
 */
@NullMarked
package dev.sallyport.operations.fake;

import org.jspecify.annotations.NullMarked;
