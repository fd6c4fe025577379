/**
 * How deployments are told what operations need: the same numbers, sizes and times in the same
 * writing for a server and for a function, and all mistakes at once.
 */
@NullMarked
package dev.sallyport.operations.settings;

import org.jspecify.annotations.NullMarked;
