/** Submitting, listing, reading and triaging reports over HTTP, and the form that they follow. */
@NullMarked
package dev.sallyport.operations.report;

import org.jspecify.annotations.NullMarked;
