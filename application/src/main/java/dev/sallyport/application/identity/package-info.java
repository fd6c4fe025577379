/** Signs users in and decides whom a token names. */
@NullMarked
package dev.sallyport.application.identity;

import org.jspecify.annotations.NullMarked;
