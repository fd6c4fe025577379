/** SLA errors in memory, until they expire. */
@NullMarked
package dev.sallyport.inmemory.sla;

import org.jspecify.annotations.NullMarked;
