/** Keeps what users show of themselves, and what is counted of what they do. */
@NullMarked
package dev.sallyport.application.profile;

import org.jspecify.annotations.NullMarked;
