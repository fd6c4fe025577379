/** Where SLA errors live. */
@NullMarked
package dev.sallyport.application.sla.port;

import org.jspecify.annotations.NullMarked;
