/** Who somebody is to others: names, words about themselves, and pictures. */
@NullMarked
package dev.sallyport.domain.profile;

import org.jspecify.annotations.NullMarked;
