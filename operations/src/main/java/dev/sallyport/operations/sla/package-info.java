/** SLA errors over HTTP: what watchers of folders send, and what was made of it. */
@NullMarked
package dev.sallyport.operations.sla;

import org.jspecify.annotations.NullMarked;
