/** What a line of the log may hold. */
@NullMarked
package dev.sallyport.http.logging;

import org.jspecify.annotations.NullMarked;
