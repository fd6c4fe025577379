/** Profiles in a table. */
@NullMarked
package dev.sallyport.aws.profile;

import org.jspecify.annotations.NullMarked;
