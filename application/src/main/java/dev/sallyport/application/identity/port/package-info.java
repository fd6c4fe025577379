/** Who knows users, and who knows whether a token is genuine. */
@NullMarked
package dev.sallyport.application.identity.port;

import org.jspecify.annotations.NullMarked;
