@NullMarked
package dev.sallyport.http.logging;

import org.jspecify.annotations.NullMarked;
