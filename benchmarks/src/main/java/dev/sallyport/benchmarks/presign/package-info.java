/**
 * How fast forms are signed. Peers make the same form in their own language; AWS's SDK for Java
 * makes none, so its presigned PUT stands in; the floor shows what the task itself costs.
 */
@NullMarked
package dev.sallyport.benchmarks.presign;

import org.jspecify.annotations.NullMarked;
