/**
 * All features of this module in one Dagger module: a room of its own, because features stand on
 * the operations' framework and this stands on the features.
 */
@NullMarked
package dev.sallyport.operations.wiring;

import org.jspecify.annotations.NullMarked;
