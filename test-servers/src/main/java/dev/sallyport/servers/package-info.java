/**
 * Real third-party servers that stand in for AWS, each started and stopped by one class. Tests,
 * benchmarks and developers use them; nothing of the product depends on this room.
 */
@NullMarked
package dev.sallyport.servers;

import org.jspecify.annotations.NullMarked;
