/** What the tables in memory are made of: one transaction at a time, indexes by time, ids. */
@NullMarked
package dev.sallyport.inmemory.shared;

import org.jspecify.annotations.NullMarked;
