/**
 * The command line: what can be asked of the program, what the environment says, and what a person
 * is shown.
 *
 * <p>It is the only room that reads variables and prints to a terminal, so that everything behind
 * it gets values and gives results.
 */
@NullMarked
package dev.sallyport.http.cli;

import org.jspecify.annotations.NullMarked;
