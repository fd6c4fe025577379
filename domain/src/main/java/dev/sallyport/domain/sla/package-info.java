/**
 * Files that waited in a folder for longer than was agreed: what is reported, and under which id,
 * so that a run that is repeated is not reported again.
 */
@NullMarked
package dev.sallyport.domain.sla;

import org.jspecify.annotations.NullMarked;
