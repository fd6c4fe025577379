/**
 * Rules about the code base as a whole: who may depend on whom, what may be called where, how files
 * look. Each rule has a fixture under {@code fixture} that breaks it, so that a rule that has
 * stopped seeing anything is noticed.
 */
@NullMarked
package dev.sallyport.architecture;

import org.jspecify.annotations.NullMarked;
