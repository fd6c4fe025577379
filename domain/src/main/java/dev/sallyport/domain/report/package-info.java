/**
 * A defect report: what the stranger said, what the team made of it, and the form it has to fit.
 */
@NullMarked
package dev.sallyport.domain.report;

import org.jspecify.annotations.NullMarked;
