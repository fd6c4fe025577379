/**
 * Coverage-guided fuzzing of every parser of strangers' files: what may never happen, and a command
 * that looks for it. What it found is a seed, and every build tries the seeds again.
 */
@NullMarked
package dev.sallyport.fuzz;

import org.jspecify.annotations.NullMarked;
