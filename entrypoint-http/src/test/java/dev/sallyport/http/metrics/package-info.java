@NullMarked
package dev.sallyport.http.metrics;

import org.jspecify.annotations.NullMarked;
