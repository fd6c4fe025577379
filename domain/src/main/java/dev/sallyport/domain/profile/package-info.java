/**
 * What users show of themselves: a handle, a name, a few words, pictures and what they have done.
 */
@NullMarked
package dev.sallyport.domain.profile;

import org.jspecify.annotations.NullMarked;
