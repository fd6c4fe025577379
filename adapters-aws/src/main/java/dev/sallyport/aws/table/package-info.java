/**
 * The tables that keep state, and how they are read and changed: what features store in them is
 * theirs, what a failed condition, a throttled batch or a lost answer means is said here once.
 */
@NullMarked
package dev.sallyport.aws.table;

import org.jspecify.annotations.NullMarked;
