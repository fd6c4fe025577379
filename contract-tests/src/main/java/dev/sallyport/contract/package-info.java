/**
 * What every adapter of a port must keep, as interfaces of tests that an adapter's test takes on.
 */
@NullMarked
package dev.sallyport.contract;

import org.jspecify.annotations.NullMarked;
