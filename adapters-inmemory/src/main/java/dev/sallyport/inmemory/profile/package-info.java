/** Profiles in memory. */
@NullMarked
package dev.sallyport.inmemory.profile;

import org.jspecify.annotations.NullMarked;
