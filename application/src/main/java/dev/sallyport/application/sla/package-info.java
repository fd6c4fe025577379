/** What is done with SLA errors: taken once, shown until they expire. */
@NullMarked
package dev.sallyport.application.sla;

import org.jspecify.annotations.NullMarked;
