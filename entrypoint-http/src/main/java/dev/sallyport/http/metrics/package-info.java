/** Numbers about the running process, for Prometheus to fetch. */
@NullMarked
package dev.sallyport.http.metrics;

import org.jspecify.annotations.NullMarked;
