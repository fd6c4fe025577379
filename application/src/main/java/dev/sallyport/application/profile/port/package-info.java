/** Where profiles are kept, and how new pictures are made known. */
@NullMarked
package dev.sallyport.application.profile.port;

import org.jspecify.annotations.NullMarked;
