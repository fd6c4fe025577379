/** Accepts reports, shows them, and changes what the team thinks of them. */
@NullMarked
package dev.sallyport.application.report;

import org.jspecify.annotations.NullMarked;
