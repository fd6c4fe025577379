/** How long somebody waits who starts the server, from the command to the first answer. */
@NullMarked
package dev.sallyport.benchmarks.startup;

import org.jspecify.annotations.NullMarked;
