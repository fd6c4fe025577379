/** Applies migrations and takes them back, one runner at a time, through any interruption. */
@NullMarked
package dev.sallyport.application.migration;

import org.jspecify.annotations.NullMarked;
