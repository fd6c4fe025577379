/**
 * What functions are told by their variables: read in one place, once, with all mistakes reported
 * together, before anything else is made.
 */
@NullMarked
package dev.sallyport.lambda.settings;

import org.jspecify.annotations.NullMarked;
