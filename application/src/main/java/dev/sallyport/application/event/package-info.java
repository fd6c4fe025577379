/** Carries events from the stores to those who listen. */
@NullMarked
package dev.sallyport.application.event;

import org.jspecify.annotations.NullMarked;
