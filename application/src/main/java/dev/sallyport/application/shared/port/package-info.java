/** Roles that every feature may need filled. */
@NullMarked
package dev.sallyport.application.shared.port;

import org.jspecify.annotations.NullMarked;
